import { z } from 'zod';
import { call } from '../http/call';
import type { ApiFailure } from '../http/failure';
import type { Runtime } from '../http/types';
import { rowsOfList } from './answers';

/** Whether Halo's own StreamOne Stellr module imports on its schedule; with both on, counts are written twice. */
export type NativeModule =
	| { kind: 'off' }
	| { kind: 'on'; names: string[]; lastSync: string | null; lastProblem: string | null }
	| { kind: 'unknown'; failure: ApiFailure | null };

const detailsSchema = z.object({
	name: z.string().nullish(),
	halointegrator: z.boolean().nullish(),
	halointegrator_lastsync: z.string().nullish(),
	halointegrator_lasterror: z.string().nullish(),
});

const ABOUT = { api: 'halo' as const, doing: 'Read Native Module' };

/** One request to `/SynnexDetails`, which is never written. Its list takes no paging parameters in Halo's document. */
export async function readNativeModule(runtime: Runtime): Promise<NativeModule> {
	const answer = await call(runtime, ABOUT, { method: 'GET', path: '/SynnexDetails' });
	if (!answer.ok) {
		// A Halo without the module has nothing there.
		if (answer.failure.code === 'notFound') return { kind: 'off' };
		return { kind: 'unknown', failure: answer.failure };
	}
	const rows = rowsOfList(answer.value, 'synnexdetails')?.rows;
	const parsed = z.array(detailsSchema).safeParse(rows);
	if (!parsed.success) return { kind: 'unknown', failure: null };
	const on = parsed.data.filter((row) => row.halointegrator === true);
	if (on.length > 0) {
		return {
			kind: 'on',
			names: on.map((row) => row.name ?? 'StreamOne Stellr'),
			lastSync: on[0].halointegrator_lastsync ?? null,
			lastProblem: on[0].halointegrator_lasterror || null,
		};
	}
	// A row that does not say is not a row that says no.
	const silent = parsed.data.some((row) => typeof row.halointegrator !== 'boolean');
	return silent ? { kind: 'unknown', failure: null } : { kind: 'off' };
}
