import type { IDataObject } from 'n8n-workflow';

import { aNativeModule } from '../../../simulators/world/builders';
import { customerItem } from '../../nodes/customerItem';
import { keyed, onStage, plan, planThenApply, type Night } from './licenceStage';
import { scene, type Scene } from './scene';

/** Items, Data tables and settings of Halo Licence Upsert that do not fit, and what it says of its reads. */

const node = (broken: string, proves: string[], night: Night): Scene =>
	scene(broken, proves, async () => await plan(night));

export const licenceInputScenes: Scene[] = [
	node('a saved row that cannot be read', ['input-savedStateRow'], {
		saved: [{ key: 'us/1_1', haloLicenceId: 'many' }],
	}),
	node(
		'a customer with a client whose subscriptions were not read',
		['input-subscriptionsNotRead'],
		{
			items: [withoutSubscriptions()],
		},
	),
	node('an item of another kind', ['input-licences'], {
		items: [customerItem([], { haloClientId: 'twelve' })],
	}),
	scene('a plan item in front of Plan', ['input-alreadyPlanned'], async () => {
		const { first } = await plan({ rows: [keyed({ count: 40 })] });
		return await plan({ items: first });
	}),
	node('an option with a value of an old version', ['parameter-licenceOption'], {
		parameters: { options: { prices: 'sometimes' } },
	}),
	scene(
		'the same where the flow goes on',
		['parameter-nodeStopped'],
		async () =>
			await onStage(
				{},
				async (stage) =>
					await stage.run([customerItem()], {
						parameters: { operation: 'plan', options: { prices: 'sometimes' } },
						onError: 'continueRegularOutput',
					}),
			),
	),
	node('a site that is no number', ['parameter-notANumber'], {
		parameters: { options: { siteId: 'main' } },
	}),
	node('extra fields that are no JSON', ['parameter-extraFields'], {
		parameters: { options: { extraFields: '{"a":' } },
	}),
	scene(
		'the native module that still imports, at Apply',
		['native-refusal'],
		async () =>
			await planThenApply({ rows: [keyed({ count: 40 })] }, ({ halo }) => {
				halo.state.synnexDetails = [aNativeModule()];
			}),
	),
	scene(
		'the native module that still imports, as allowed',
		['native-allowed'],
		async () =>
			await planThenApply(
				{ rows: [keyed({ count: 40 })] },
				({ halo }) => {
					halo.state.synnexDetails = [aNativeModule()];
				},
				{ options: { nativeModuleStillRuns: true } },
			),
	),
	scene(
		'no right to see whether the native module imports',
		['native-unknown'],
		async () =>
			await planThenApply({ rows: [keyed({ count: 40 })] }, ({ halo }) => {
				halo.switches.mappingsReadable = false;
			}),
	),
	scene(
		'one client’s licences read instead of all',
		['rowsRead-clients'],
		async () => await plan({ rows: [keyed(), ...many(300)] }),
	),
	scene(
		'one client’s licences read, then all, since one is to be written',
		['rowsRead-all'],
		async () => await plan({ rows: [keyed({ count: 40 }), ...many(300)] }),
	),
];

function withoutSubscriptions(): IDataObject {
	const fields = Object.entries(customerItem()).filter(([name]) => name !== 'subscriptions');
	return Object.fromEntries(fields) as IDataObject;
}

const many = (count: number) =>
	Array.from({ length: count }, (_, at) =>
		keyed({ id: 2000 + at, client_id: 13, snowid: `us/${7000 + at}_1`, name: `Other ${at}` }),
	);
