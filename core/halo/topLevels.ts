import { z } from 'zod';
import type { ListRead } from '../http/failure';
import type { Runtime } from '../http/types';
import { readList } from './lists';
import { optionalText, wholeNumber } from './rawValues';
import { recordReader } from './rejected';

/** A top level: the group that a new client is made in. */
export interface HaloTopLevel {
	id: number;
	name: string;
}

const topLevelSchema = z
	.object({ id: wholeNumber, name: optionalText, long_name: optionalText })
	.transform(
		(raw): HaloTopLevel => ({ id: raw.id, name: raw.name ?? raw.long_name ?? `${raw.id}` }),
	);

/** All top levels that this login sees. One that cannot be read makes the list incomplete: "the only one" must be true. */
export async function readTopLevels(runtime: Runtime): Promise<ListRead<HaloTopLevel>> {
	const { list, rejected } = await readList<HaloTopLevel>(
		runtime,
		{ path: '/TopLevel', key: 'toplevels', doing: 'List Top Levels' },
		{},
		{ parse: recordReader<HaloTopLevel>(topLevelSchema, 'top level') },
	);
	return { ...list, complete: list.complete && rejected.length === 0 };
}
