import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { readNativeModule } from '../../core/halo/nativeModule';
import type { Runtime } from '../../core/http/types';
import type { PlanItem } from '../../core/sync/planItem';
import { moduleText, refusalFor } from '../../core/words/nativeModule';
import { notice } from './notices';
import { stopWith } from './stopNode';

/** Option of both writing nodes. */
export const nativeModuleOption: INodeProperties = {
	displayName: 'Native Module Still Runs',
	name: 'nativeModuleStillRuns',
	type: 'boolean',
	default: false,
	description:
		"Whether to write although Halo's own StreamOne Stellr module imports on its schedule too. Both would write the same counts.",
};

/** Shown below those options. */
export const nativeModuleNotice: INodeProperties = notice(
	'nativeModuleNotice',
	"Two programs then write the same licences by rules of their own, and invoices bill whoever wrote last. Use it for the days of moving over only, and switch the module's import off in Halo.",
	{ '/options.nativeModuleStillRuns': [true] },
);

/**
 * Asked once, and only when something is to be written: an unchanged run costs nothing. Stops the node while the module
 * is on, unless the user allowed it; what is said goes into the summary.
 */
export async function nativeInterlock(
	context: IExecuteFunctions,
	runtime: Runtime,
	plans: PlanItem[],
): Promise<string | undefined> {
	if (plans.length === 0) return undefined;
	const options = context.getNodeParameter('options', 0, {}) as { nativeModuleStillRuns?: boolean };
	const module = await readNativeModule(runtime);
	const refusal = refusalFor(module, options.nativeModuleStillRuns === true);
	if (refusal !== null) throw stopWith(context.getNode(), refusal);
	return moduleText(module);
}
