import { MappingReview } from '../../../nodes/MappingReview/MappingReview.node';
import { client, customer, savedRow } from '../../core/matching/records';
import { runNode } from '../../nodes/harness';
import { item, row } from './mappingItems';
import {
	acornClient,
	MAP,
	FORGET,
	refused,
	page,
	confirmed,
	LIST,
	REJECT,
	whole,
} from './handStage';
import { scene, type Scene } from './scene';

/** Answers of the pages of a mapping by hand that lead to no decision. */

export const editScenes: Scene[] = [
	refused('no customer chosen', 'noCustomer', { ...MAP, customer: '' }),
	refused('no action chosen', 'noAction', { action: 'Delete everything' }),
	refused('no client chosen', 'noClient', { ...MAP, client: '' }),
	refused('a day that is none', 'noDay', { ...REJECT, until: 'soon' }),
	refused('a day that is over', 'pastDay', { ...REJECT, until: '2020-01-01' }),
	refused('nothing to forget', 'nothingToForget', FORGET),
	refused('a saved row that cannot be written over safely', 'oddRow', MAP, {
		saved: [row(3, { ...savedRow('100482', 'manual', 12), decision: 'perhaps' as never })],
	}),
	refused('saved rows without their id', 'noRowId', FORGET, {
		saved: [row(null, savedRow('100482', 'manual', 12))],
	}),
	scene('a page that was not confirmed', ['edit-notConfirmed'], async () => await confirmed(false)),
	scene(
		'a decision that somebody else took meanwhile',
		['edit-lapsed'],
		async () => await confirmed(true, [row(7, savedRow('100482', 'ignored', null))]),
	),
	scene(
		'no change to record',
		['input-change'],
		async () =>
			await runNode({
				nodeType: MappingReview,
				parameters: { resource: 'byHand', operation: 'recordEdit', change: '', answer: '{}' },
				onError: 'continueRegularOutput',
			}),
	),
	scene(
		'items that are no clients, and a row about nobody',
		['input-editItems', 'input-savedMappingRow'],
		async () =>
			await page({
				clientItems: [...whole([acornClient]), { id: 'x' }],
				saved: [{ decision: 'manual' }],
			}),
	),
	scene(
		'a customer that is not there',
		['form-noCustomer'],
		async () => await page({ search: { customerSearch: 'zzz', clientSearch: '' } }),
	),
	scene('no client searched for', ['form-noClientSearched'], async () => {
		const own = customer('7', 'Lonely');
		return await page({ customers: [own], search: { customerSearch: 'lonely', clientSearch: '' } });
	}),
	scene('a client that is not there', ['form-noClient'], async () => {
		const own = customer('7', 'Lonely');
		return await page({
			customers: [own],
			search: { customerSearch: 'lonely', clientSearch: 'zzz' },
		});
	}),
	scene(
		'a list of clients in part',
		['form-clientsInPart'],
		async () =>
			await page({ clientItems: [item({ ...acornClient, list: { ...LIST, total: 9 } })] }),
	),
	scene(
		'more customers and clients than a page holds',
		['form-moreCustomers', 'form-moreClients'],
		async () => {
			const customers = Array.from({ length: 150 }, (_, at) => customer(`${at + 1}`, `Firm ${at}`));
			const clients = Array.from({ length: 250 }, (_, at) => client(1000 + at, `House ${at}`));
			return await page({
				customers,
				clients,
				search: { customerSearch: 'firm', clientSearch: 'house' },
			});
		},
	),
];
