import type { NativeModule } from '../halo/nativeModule';
import { shortText } from '../http/responseText';
import type { Issue } from '../items/issue';

type RunningModule = Extract<NativeModule, { kind: 'on' }>;

/** Why Apply refuses the whole run while Halo's own module imports too; null when it may go on. */
export function refusalFor(module: NativeModule, allowed: boolean): Issue | null {
	if (module.kind !== 'on' || allowed) return null;
	return {
		code: 'nativeModuleRuns',
		message: `Nothing was written: ${stillImports(module)}, so counts would be written twice.`,
		remedy:
			'Untick Halo Integrator in that module in HaloPSA (leave the module and its mappings), or allow it under Native Module Still Runs.',
		requestId: null,
	};
}

/** That the module imports, when it last did, and what it said then, without a full stop. */
export function runsText(module: RunningModule): string {
	const said = module.lastProblem === null ? null : shortText(module.lastProblem);
	return `${stillImports(module)}${said === null ? '' : `; its last message was: ${said.replace(/\.$/, '')}`}`;
}

/** What a summary says about the module, ready to be followed by the time of the data. */
export function moduleText(module: NativeModule): string {
	switch (module.kind) {
		case 'off':
		case 'none':
			return 'native module off; ';
		case 'on':
			return 'native module still on, as allowed; ';
		case 'unknown':
			return 'whether the native module runs could not be read: check it in HaloPSA; ';
	}
}

function stillImports({ names, lastSync }: RunningModule): string {
	const last = lastSync === null ? '' : `, last run ${lastSync.slice(0, 16).replace('T', ' ')}`;
	return `Halo's own module "${names.join('", "')}" still imports on its schedule${last}`;
}
