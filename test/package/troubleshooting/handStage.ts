import type { IDataObject } from 'n8n-workflow';

import type { HaloClient } from '../../../core/halo/schemas';
import { matchCustomers } from '../../../core/matching';
import type { StellrCustomer } from '../../../core/stellr/schemas';
import { MappingReview } from '../../../nodes/MappingReview/MappingReview.node';
import type { HaloLicenceRow } from '../../../simulators/halo/state';
import type { HaloSwitches } from '../../../simulators/halo/switches';
import { aHaloClient, aLicenceRow, aRecurringInvoice } from '../../../simulators/world/builders';
import { client, customer } from '../../core/matching/records';
import { pageOf } from '../../core/review/editRecords';
import { runNode } from '../../nodes/harness';
import { haloNodeStage } from '../../nodes/haloNode';
import { item, itemsOf } from './mappingItems';
import { scene, type Scene } from './scene';

/** Mapping by hand: its pages, one after the other, against a simulated Halo. */

export const acorn = customer('100482', 'Acorn Construction');
export const acornClient = client(12, 'Acorn Construction', { stellrKeys: ['us/100482'] });
export const brook = client(13, 'Brook Holdings');
export const LIST = { id: 'l', total: 2, complete: true, readAt: '2026-11-23T04:00:00.000Z' };
export const whole = (clients: HaloClient[]) => clients.map((one) => item({ ...one, list: LIST }));

interface Hand {
	answer?: IDataObject;
	customers?: StellrCustomer[];
	clients?: HaloClient[];
	clientItems?: IDataObject[];
	saved?: IDataObject[];
	licences?: HaloLicenceRow[];
	switches?: Partial<HaloSwitches>;
	search?: { customerSearch: string; clientSearch: string };
}

function matched({ customers = [acorn], clients = [acornClient, brook], saved = [] }: Hand) {
	const result = matchCustomers({
		customers,
		clients,
		saved: saved.filter(({ account }) => account !== undefined) as never,
	});
	const all = [...result.mapped, ...result.review, ...result.unmapped, ...result.ignored];
	return itemsOf(all.map((entry) => ({ customer: entry.customer, match: entry.match })));
}

function inputsOf(hand: Hand): IDataObject[][] {
	const { clients = [acornClient, brook], clientItems = whole(clients), saved = [] } = hand;
	return [matched(hand), clientItems, saved.length === 0 ? [{}] : saved];
}

export async function page(hand: Hand) {
	const search = hand.search ?? { customerSearch: 'acorn', clientSearch: 'brook' };
	return await runNode({
		nodeType: MappingReview,
		parameters: { resource: 'byHand', operation: 'editForm', ...search },
		inputs: inputsOf(hand),
	});
}

/** What the page offers, with the action and whatever else a person filled in. */
export async function chosen(hand: Hand, more: IDataObject): Promise<IDataObject> {
	const { choices } = pageOf(String((await page(hand)).outputs[4][0].form));
	const [first] = choices.client ?? [''];
	return { customer: choices.customer[0], client: first, reason: '', until: '', ...more };
}

export async function consequences(hand: Hand) {
	const stage = await haloNodeStage(
		MappingReview,
		structuredClone({
			clients: [aHaloClient({ id: 12 }), aHaloClient({ id: 13, name: 'Brook Holdings' })],
			licences: hand.licences ?? [aLicenceRow({ id: 501, client_id: 12, snowid: 'us/411833_1' })],
			recurringInvoices: [aRecurringInvoice({ client_id: 12 })],
		}),
		hand.switches,
	);
	try {
		return await stage.run(null, {
			parameters: {
				resource: 'byHand',
				operation: 'editConsequences',
				answer: JSON.stringify(hand.answer),
			},
			inputs: inputsOf(hand),
		});
	} finally {
		await stage.stop();
	}
}

export const MAP = { action: 'Map to this client' };
export const REJECT = { action: 'This customer is not this client (Reject)' };
export const IGNORE = { action: 'Never import this customer (Ignore)' };
export const FORGET = { action: 'Forget what was decided' };
export const FORGET_ALL = { action: 'Forget what was decided, and the rejected clients too' };

export const hand = (
	broken: string,
	proves: string[],
	more: IDataObject,
	given: Hand = {},
	lists: Hand = given,
): Scene =>
	scene(
		broken,
		proves,
		async () => await consequences({ ...given, answer: await chosen(lists, more) }),
	);
export const refused = (broken: string, code: string, more: IDataObject, given?: Hand): Scene =>
	hand(broken, [`edit-${code}`], more, given);
export const says = (broken: string, codes: string[], more: IDataObject, given?: Hand): Scene =>
	hand(
		broken,
		codes.map((code) => `consequence-${code}`),
		more,
		given,
	);

export async function confirmed(ticked: boolean, meanwhile: IDataObject[] = [{}]) {
	const given: Hand = { answer: await chosen({}, MAP) };
	const [shown] = (await consequences(given)).outputs[4];
	const { confirm } = pageOf(String(shown.form)).choices;
	return await runNode({
		nodeType: MappingReview,
		parameters: {
			resource: 'byHand',
			operation: 'recordEdit',
			change: JSON.stringify(shown.change),
			answer: JSON.stringify({ confirm: ticked ? confirm : [] }),
		},
		inputs: [[{}], null, meanwhile],
	});
}
