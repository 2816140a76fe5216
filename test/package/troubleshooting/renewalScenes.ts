import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { aHaloClient, aLicenceRow } from '../../../simulators/world/builders';
import { aLine } from '../../core/sync/records';
import {
	customerToCompare,
	reconcileStage,
	runReconcile,
} from '../../nodes/LicenceReconcile/reconcileNode';
import { haloFields } from '../../nodes/simulatedCredentials';
import { scene, type Scene } from './scene';

/** Terms that end, and who changed a count. */

export const renewalScenes: Scene[] = [
	scene(
		'terms of a vendor whose notice is not known, and lines without a date',
		[
			'renewal-lastDayUnknown',
			'renewal-vendorUnknown',
			'renewal-noEndDate',
			'renewal-kindUnknown',
			'renewal-monthly',
			'renewal-customersUnread',
		],
		async () => {
			const adobe = { vendor: 'Adobe', productName: 'Acrobat Pro', endDate: '2026-12-20' };
			const lines = [
				aLine({ ...adobe, subscriptionId: '7_1' }),
				aLine({ ...adobe, subscriptionId: '8_1', endDate: null }),
				aLine({ ...adobe, subscriptionId: '9_1', kind: 'unknown' }),
				aLine({ subscriptionId: '10_1', term: 'P1M', endDate: '2026-12-01' }),
			];
			const away = customerToCompare([], {
				customerNo: '2',
				haloClientId: null,
				subscriptions: undefined,
			});
			return await runReconcile({
				parameters: { operation: 'renewals' },
				inputs: [
					JSON.parse(JSON.stringify([customerToCompare(lines), away])) as IDataObject[],
					null,
				],
			});
		},
	),
	scene(
		'a term of which nothing is known',
		['renewal-termUnknown', 'renewal-lastDayOver'],
		async () =>
			await runReconcile({
				parameters: { operation: 'renewals', renewalOptions: { noticeDays: 'Adobe=60' } },
				inputs: [
					JSON.parse(
						JSON.stringify([
							customerToCompare([
								aLine({
									subscriptionId: '7_1',
									term: null,
									startDate: null,
									vendor: 'Microsoft',
									productName: 'Duo',
									endDate: '2026-12-20',
								}),
								aLine({
									subscriptionId: '8_1',
									vendor: 'Adobe',
									productName: 'Acrobat Pro',
									endDate: '2026-12-20',
								}),
							]),
						]),
					) as IDataObject[],
					null,
				],
			}),
	),
	scene(
		'a client of which not all licences are asked about',
		['changes-licencesLeftOut'],
		async () => await changes({ mostLicences: 1 }),
	),
	scene(
		'no change history, and an item that is no client',
		['changes-notRead', 'changes-noClient'],
		async () => await changes({}, [{ id: 12, name: 'Acorn Construction' }, { note: 'x' }], true),
	),
];

async function changes(
	parameters: INodeParameters,
	items: IDataObject[] = [{ id: 12, name: 'Acorn Construction' }],
	hidden = false,
) {
	const licences = [
		aLicenceRow({ snowid: 'us/411833_1' }),
		aLicenceRow({ id: 502, name: 'Visio' }),
	];
	const stage = await reconcileStage({ clients: [aHaloClient({ id: 12 })], licences });
	if (hidden)
		stage.halo.faults.replace([
			{ match: { path: '/licencechange' }, skip: 0, times: 9, do: '404' },
		]);
	try {
		return await runReconcile({
			credentials: { haloPsaOAuth2Api: haloFields(stage.halo) },
			parameters: { operation: 'countChanges', ...parameters },
			inputs: [items, null],
		});
	} finally {
		await stage.stop();
	}
}
