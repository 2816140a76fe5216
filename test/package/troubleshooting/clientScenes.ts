import { emptyHaloState, type HaloState } from '../../../simulators/halo/state';
import { aHaloClient, aSite } from '../../../simulators/world/builders';
import { aMatch, aStellrCustomer, mappedTo } from '../../core/sync/records';
import { ADDRESS, BY_NAME, OFF, ON, item, linked, plan, type Night } from './clientStage';
import { scene, type Scene } from './scene';

/** Clients and addresses that wait for a person. */

const held = (broken: string, codes: string[], night: Night = {}): Scene =>
	scene(
		broken,
		codes.map((code) => `client-${code}`),
		async () => await plan(night),
	);

const client12 = (fields: object = {}) => aHaloClient({ id: 12, main_site_id: 31, ...fields });
const MOVED = { ...aStellrCustomer().address, line1: '9 New Road' };
const NO_ADDRESS = {
	line1: null,
	line2: null,
	city: null,
	state: null,
	postalCode: null,
	country: null,
};
const atAcorn: Partial<HaloState> = {
	clients: [client12({ stellrKey: 'us/100482' })],
	sites: [aSite({ id: 31 })],
};
const unread = { subscriptions: undefined };

export const clientScenes: Scene[] = [
	held('nothing at all', ['linked'], { items: [linked()], parameters: OFF }),
	held('a mapping without a key field', ['linkedElsewhere'], {
		items: [item({}, mappedTo())],
		parameters: { operation: 'plan', stellrKeyIn: 'none' },
	}),
	held('a matched client without the key', ['writeKey'], {
		items: [item({}, mappedTo())],
		parameters: OFF,
	}),
	held('a key field with a text of somebody else', ['keyFieldTaken'], {
		items: [item({}, mappedTo({ foreignKeyText: 'C-17' }))],
		parameters: OFF,
	}),
	held('a key field without room', ['keyFieldFull'], {
		tables: {
			clients: [client12()],
			fieldInfo: emptyHaloState().fieldInfo.map((field) => ({ ...field, characterlimit: 12 })),
		},
		items: [
			item({}, mappedTo({ stellrKeys: ['us/1', 'us/2'] })),
			item({ customerNo: '900', name: 'Birch Dental' }),
		],
		parameters: { ...ON, keyField: BY_NAME },
	}),
	held('a mapped client that is inactive', ['clientInactive'], {
		items: [item({}, mappedTo({ inactive: true }))],
		parameters: OFF,
	}),
	held('a customer that is ignored', ['ignored'], {
		items: [item({}, aMatch({ status: 'ignored', reasons: ['your own company'] }))],
	}),
	held('a customer that left', ['discontinued'], {
		items: [item({ active: false, status: 'Discontinued' })],
	}),
	held('a customer without a name', ['noName'], { items: [item({ name: null })] }),
	held('subscriptions that were not read', ['subscriptionsNotRead'], {
		items: [item({}, aMatch(), unread)],
	}),
	held('a list of subscriptions in part', ['subscriptionsIncomplete'], {
		items: [item({}, aMatch(), { complete: false })],
	}),
	held('a customer without a live subscription', ['noLiveLine'], {
		items: [item({}, aMatch(), { subscriptions: [] })],
	}),
	held('a customer named by its domain', ['domainAsName'], {
		items: [item({ name: 'acorn.com' })],
	}),
	held('a customer without a client, and creation off', ['creationOff'], { parameters: OFF }),
	held('a customer under review', ['underReview'], {
		items: [item({}, aMatch({ status: 'review' }))],
	}),
	held('a client that a person wants, and creation off', ['chosenButOff'], {
		items: [item({}, aMatch({ newClientName: 'Acorn Ltd' } as never))],
		parameters: OFF,
	}),
	held('creation after approval', ['creationNeedsApproval'], {
		parameters: { ...OFF, createMissing: 'approval' },
	}),
	held('several top levels', ['chooseTopLevel'], {
		broken: ({ halo }) =>
			void halo.state.toplevels.push({ ...halo.state.toplevels[0], id: 2, name: 'Prospects' }),
	}),
	held('no top level', ['noTopLevel'], {
		broken: ({ halo }) => void halo.state.toplevels.splice(0),
	}),
	held('top levels that cannot be read', ['topLevelUnreadable'], {
		broken: ({ halo }) =>
			halo.faults.replace([{ match: { path: '/toplevel' }, skip: 0, times: 9, do: '404' }]),
	}),
	held('clients that cannot all be read', ['clientsIncomplete'], {
		switches: { invisibleAreas: ['customers'] },
	}),
	held('a client that holds the key already', ['keyExists'], {
		tables: { clients: [aHaloClient({ id: 12, stellrKey: 'us/100482' })] },
	}),
	held('the number under another account label', ['labelChanged'], {
		tables: { clients: [aHaloClient({ id: 12, name: 'Zulu', stellrKey: 'ca/100482' })] },
	}),
	held('a client with a near name', ['similarClient'], {
		tables: { clients: [aHaloClient({ id: 12, name: 'Acorn Constructions' })] },
	}),
	held('a customer without a client', ['createClient']),
	held('a client that a person wants', ['createChosen'], {
		items: [item({}, aMatch({ newClientName: 'Acorn Ltd' } as never))],
	}),
	held('another website at Stellr, which has the say over it', ['fieldDiffers'], {
		items: [linked({ domain: 'acorn.com' }, { website: 'old.example' })],
		parameters: { ...OFF, owners: { website: 'stellr' } },
	}),
	held('another address at Stellr', ['addressDiffers'], {
		tables: atAcorn,
		items: [linked({ address: MOVED })],
		parameters: ADDRESS,
	}),
	held('the same address', ['addressSame'], {
		tables: atAcorn,
		items: [linked()],
		parameters: { ...ADDRESS, options: { includeUnchanged: true } },
	}),
	held('no address at Stellr', ['addressMissing'], {
		tables: atAcorn,
		items: [linked({ address: NO_ADDRESS })],
		parameters: ADDRESS,
	}),
	held('two customers of a client with two addresses', ['addressesDiffer'], {
		tables: atAcorn,
		items: [linked(), linked({ customerNo: '200', name: 'Acorn Two', address: MOVED })],
		parameters: ADDRESS,
	}),
	held('two customers of a client with one address', ['addressShared'], {
		tables: atAcorn,
		items: [linked(), linked({ customerNo: '200', name: 'Acorn Two' })],
		parameters: ADDRESS,
	}),
	held('a client without a site', ['mainSiteUnknown'], {
		tables: { clients: [client12({ main_site_id: null })], sites: [] },
		items: [linked({ address: MOVED })],
		parameters: ADDRESS,
	}),
	scene(
		'sites of one client read instead of all',
		['rowsRead-sites'],
		async () =>
			await plan({
				tables: {
					...atAcorn,
					sites: [
						aSite({ id: 31 }),
						...Array.from({ length: 250 }, (_, at) => aSite({ id: 1000 + at, client_id: 70 })),
					],
				},
				items: [linked({ address: MOVED })],
				parameters: ADDRESS,
			}),
	),
	scene(
		'an item of another kind',
		['input-clients'],
		async () => await plan({ items: [{ name: 'x' }] }),
	),
	scene(
		'an option with a value of an old version',
		['parameter-clientOption'],
		async () => await plan({ parameters: { ...ON, updateAddress: 'sometimes' } }),
	),
	scene(
		'an empty Key Field',
		['parameter-keyField'],
		async () =>
			await plan({
				parameters: { ...ON, keyField: { __rl: true, mode: 'name', value: '={{ "" }}' } },
			}),
	),
	scene(
		'no custom field of that name',
		['halo-keyFieldMissing'],
		async () =>
			await plan({
				parameters: { ...ON, keyField: { __rl: true, mode: 'name', value: 'CFNobody' } },
			}),
	),
	scene(
		'a key field that holds no text',
		['halo-keyFieldNotText'],
		async () =>
			await plan({
				parameters: { ...ON, keyField: BY_NAME },
				broken: ({ halo }) => void (halo.state.fieldInfo[0].type = 4),
			}),
	),
];
