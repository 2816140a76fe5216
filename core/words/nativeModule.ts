import type { NativeModule } from '../halo/nativeModule';
import type { Issue } from '../items/issue';

/** Why Apply refuses the whole run while Halo's own module imports too; null when it may go on. */
export function refusalFor(module: NativeModule, allowed: boolean): Issue | null {
	if (module.kind !== 'on' || allowed) return null;
	const last =
		module.lastSync === null ? '' : `, last run ${module.lastSync.slice(0, 16).replace('T', ' ')}`;
	return {
		code: 'nativeModuleRuns',
		message: `Nothing was written: Halo's own module "${module.names.join('", "')}" still imports on its schedule${last}, so counts would be written twice.`,
		remedy:
			'Untick Halo Integrator in that module in HaloPSA (leave the module and its mappings), or allow it under Native Module Still Runs.',
		requestId: null,
	};
}

/** What a summary says about the module, ready to be followed by the time of the data. */
export function moduleText(module: NativeModule): string {
	switch (module.kind) {
		case 'off':
			return 'native module off; ';
		case 'on':
			return 'native module still on, as allowed; ';
		case 'unknown':
			return 'whether the native module runs could not be read: check it in HaloPSA; ';
	}
}
