import { z } from 'zod';
import { call } from '../http/call';
import type { Result } from '../http/failure';
import type { Runtime } from '../http/types';
import { rowsOfList } from './answers';
import { readOne, unexpectedShape } from './lists';
import { optionalDate, optionalWholeNumber } from './rawValues';

/**
 * The set-up of Halo's own StreamOne Stellr module, one row per connected account. Only ever read. Its rows hold
 * credentials beside what is asked for here, so nothing but these fields may leave this file.
 */

const RESOURCE = { path: '/SynnexDetails', key: 'synnexdetails' };

const connectionSchema = z.object({
	id: optionalWholeNumber.catch(null),
	name: z.string().nullish(),
	halointegrator: z.boolean().nullish(),
	halointegrator_lastsync: optionalDate,
	halointegrator_lasterror: z.string().nullish(),
	/** Left out of the list, or filled in the details only: which of both is not documented. */
	client_mappings: z.unknown(),
});

export type ModuleConnection = z.infer<typeof connectionSchema>;

/** One request. The list takes no paging parameters in Halo's document. */
export async function readModuleConnections(
	runtime: Runtime,
	doing: string,
): Promise<Result<ModuleConnection[]>> {
	const { path, key } = RESOURCE;
	const answer = await call(runtime, { api: 'halo', doing }, { method: 'GET', path });
	if (!answer.ok) return answer;
	const rows = rowsOfList(answer.value, key)?.rows;
	const parsed = z.array(connectionSchema).safeParse(rows);
	if (!parsed.success) return { ok: false, failure: unexpectedShape(doing, answer.requestId) };
	return { ok: true, value: parsed.data, requestId: answer.requestId };
}

/** One connection with what the list may leave out. */
export async function getModuleConnection(
	runtime: Runtime,
	id: number,
	doing: string,
): Promise<Result<ModuleConnection>> {
	const answer = await readOne(runtime, { ...RESOURCE, doing }, id, { includedetails: true });
	if (!answer.ok) return answer;
	const parsed = connectionSchema.safeParse(answer.value);
	if (!parsed.success) return { ok: false, failure: unexpectedShape(doing, answer.requestId) };
	return { ok: true, value: parsed.data, requestId: answer.requestId };
}
