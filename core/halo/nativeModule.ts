import type { ApiFailure } from '../http/failure';
import type { Runtime } from '../http/types';
import { readModuleConnections, type ModuleConnection } from './synnexDetails';

/** Whether Halo's own StreamOne Stellr module imports on its schedule; with both on, counts are written twice. */
export type NativeModule =
	| { kind: 'off' }
	/** No connection of it is shown: there is none, or this agent is not to see it. */
	| { kind: 'none' }
	| { kind: 'on'; names: string[]; lastSync: string | null; lastProblem: string | null }
	| { kind: 'unknown'; failure: ApiFailure | null };

/** One request to `/SynnexDetails`, which is never written. */
export async function readNativeModule(runtime: Runtime): Promise<NativeModule> {
	const answer = await readModuleConnections(runtime, 'Read Native Module');
	if (answer.ok) return nativeModuleOf(answer.value);
	// A Halo without the module has nothing there.
	if (answer.failure.code === 'notFound') return { kind: 'none' };
	return { kind: 'unknown', failure: answer.failure };
}

/** What the rows of the module's set-up say about its schedule. */
export function nativeModuleOf(connections: readonly ModuleConnection[]): NativeModule {
	if (connections.length === 0) return { kind: 'none' };
	const on = connections.filter((row) => row.halointegrator === true);
	if (on.length > 0) {
		return {
			kind: 'on',
			names: on.map((row) => row.name ?? 'StreamOne Stellr'),
			lastSync: on[0].halointegrator_lastsync,
			lastProblem: on[0].halointegrator_lasterror || null,
		};
	}
	// A row that does not say is not a row that says no.
	const silent = connections.some((row) => typeof row.halointegrator !== 'boolean');
	return silent ? { kind: 'unknown', failure: null } : { kind: 'off' };
}
