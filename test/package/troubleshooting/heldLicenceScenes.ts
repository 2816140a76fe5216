import { aLine, aSavedRow } from '../../core/sync/records';
import { customerItem } from '../../nodes/customerItem';
import { keyed, plan, WIDE, type Night } from './licenceStage';
import { scene, type Scene } from './scene';

/** Licences that wait for a person, or are left out: by their row, their line, or how far a run may go. */

const licence = (broken: string, codes: string[], night: Night): Scene =>
	scene(
		broken,
		codes.map((code) => `licence-${code}`),
		async () => await plan(night),
	);

const guard = (broken: string, codes: string[], night: Night): Scene =>
	scene(
		broken,
		codes.map((code) => `guard-${code}`),
		async () => await plan(night),
	);

/** The client's row for this subscription, without a key. */
const unkeyed = (fields: Parameters<typeof keyed>[0] = {}) => keyed({ snowid: null, ...fields });
const SKU = { product_sku: '7654321', name: 'Seats of the office' };
const gone = { key: 'us/99_1', haloLicenceId: 700 };
const other = keyed({ id: 700, snowid: 'us/99_1', name: 'Visio' });
const birch = (lines: Array<ReturnType<typeof aLine>>) =>
	customerItem(lines, { customerNo: '100501', name: 'Birch Dental', haloClientId: 13 });
const over = (fields: object = {}) =>
	aLine({ state: 'expired', status: 'Expire', endDate: '2026-11-20', ...fields });
const next = (fields: object = {}) =>
	aLine({
		subscriptionId: '500000_1',
		startDate: '2026-11-21',
		endDate: '2027-11-20',
		...fields,
	});
const VENDOR = { vendorSubscriptionId: 'ms-1' };
const PART = { vendorSubscriptionId: null };
const strict = (guardrails: object): Night['parameters'] => ({
	guardrails: { ...WIDE, ...guardrails },
});
const fewer = { rows: [keyed()], lines: [aLine({ quantity: 8 })] };

export const rowScenes: Scene[] = [
	licence(
		'rows with another importer’s text in the key field, and no Saved State',
		['foreignKeyNoMap', 'adoptBySku'],
		{
			rows: [keyed({ ...SKU, snowid: 'sherweb-9' })],
		},
	),
	licence('rows with another importer’s text in the key field, with Saved State', ['foreignKey'], {
		rows: [keyed({ ...SKU, snowid: 'sherweb-9' })],
		saved: [{}],
		parameters: { options: { includeUnchanged: true } },
	}),
	licence('a row that holds the id of the line', ['adoptById'], {
		rows: [unkeyed({ name: 'Seats', notes: '411833_1' })],
	}),
	licence('a row with only the same name', ['adoptByName'], { rows: [unkeyed()] }),
	licence('a row that the Microsoft connection made', ['microsoftRow'], {
		rows: [unkeyed({ ...SKU, azure_connection_id: 5 })],
	}),
	licence('a row of another distributor', ['otherDistributor'], {
		rows: [unkeyed({ ...SKU, distributor: 'Pax8' })],
	}),
	licence('two rows with the SKU', ['severalRows'], {
		rows: [unkeyed({ id: 1, ...SKU }), unkeyed({ id: 2, ...SKU })],
	}),
	licence('one row and two subscriptions with the SKU', ['severalSubscriptions'], {
		rows: [unkeyed(SKU)],
		lines: [aLine({ subscriptionId: '1_1' }), aLine({ subscriptionId: '2_1' })],
	}),
	licence('a row with a similar name', ['similarRow'], {
		rows: [unkeyed({ name: 'M365 BP seats' })],
	}),
	licence('another count on the day of adoption', ['countAtAdoption'], {
		rows: [unkeyed({ ...SKU, count: 40 })],
	}),
	licence('a row that somebody ended', ['rowInactive'], { rows: [keyed({ is_active: false })] }),
	licence('a deleted row', ['rowDeleted'], { rows: [keyed({ deleted: true })] }),
	licence('a row without a client', ['rowUnreadable'], {
		rows: [keyed({ client_id: null as unknown as number })],
	}),
	licence('a row of the product without a count', ['likeUnreadable'], {
		rows: [keyed({ snowid: null, count: 'some' as unknown as number })],
	}),
	licence('two rows with one key', ['duplicateKey'], { rows: [keyed(), keyed({ id: 502 })] }),
	licence('an account label that was changed', ['labelChanged'], {
		rows: [keyed({ snowid: 'ca/411833_1' })],
	}),
	licence('a subscription that two customers list', ['severalCustomers'], {
		items: [customerItem(), birch([aLine()])],
	}),
	licence('an id with a blank in it', ['idUnusable'], {
		rows: [],
		lines: [aLine({ subscriptionId: '41 18' })],
	}),
	licence('a key that Halo cut', ['keyCut'], { rows: [keyed({ snowid: 'us/4118' })] }),
	licence('a row at another client', ['movedClient'], { rows: [keyed({ client_id: 13 })] }),
	licence('a row at another client, and the mapped one inactive', ['merged'], {
		rows: [keyed({ client_id: 13 })],
		items: [customerItem([aLine()], { match: { client: { inactive: true, stellrKeys: [] } } })],
	}),
	licence('a row at a client that Halo does not name', ['clientGone'], {
		rows: [keyed({ client_id: 77 })],
	}),
	licence('a subscription that a person left out', ['overriddenIgnore'], {
		saved: [{ account: 'us', subscriptionId: '411833_1', ignore: true, reason: 'own use' }],
		parameters: { options: { includeUnchanged: true } },
	}),
	licence('a saved row that Halo no longer has', ['savedRowGone'], {
		rows: [],
		saved: [aSavedRow()],
	}),
	licence('a customer without a client', ['noClient'], {
		items: [customerItem([aLine()], { haloClientId: null })],
		parameters: { options: { includeUnchanged: true } },
	}),
	licence('an inactive client', ['clientInactive'], {
		rows: [],
		items: [customerItem([aLine()], { match: { client: { inactive: true, stellrKeys: [] } } })],
	}),
	licence('a subscription that vanished from a whole list', ['missingAtStellr'], {
		rows: [keyed(), other],
	}),
	licence('a subscription that vanished three times', ['missingThrice'], {
		rows: [keyed(), other],
		saved: [aSavedRow(), aSavedRow({ ...gone, missingTimes: 2 })],
	}),
	licence('a subscription that only the list of the whole reseller lacks', ['notInResellerList'], {
		rows: [keyed(), other],
		items: [customerItem([aLine()], { subscriptionsFrom: 'resellerList' })],
	}),
	licence('a row that may be at a client that was not read', ['allRowsNotRead'], {
		rows: [],
		parameters: { options: { readLicences: 'clients' } },
	}),
	licence('a count changed by hand', ['editedByHand'], {
		rows: [keyed({ count: 7 })],
		saved: [aSavedRow({ lastCount: 40 })],
	}),
	licence('a count changed by hand since the row was taken over', ['editedSinceAdoption'], {
		rows: [keyed({ snowid: 'us/411833_1 (adopted at 40)', count: 7 })],
	}),
	licence('a count changed by hand that is to stay', ['keptAsEdited'], {
		rows: [keyed({ count: 7 })],
		saved: [aSavedRow({ lastCount: 42 })],
		parameters: {
			guardrails: { ...WIDE, handEdits: 'keepHalo' },
			options: { includeUnchanged: true },
		},
	}),
	licence(
		'a line that takes the place of another, by the vendor’s id',
		['succeedsById', 'endDateChanged'],
		{
			rows: [keyed({ end_date: '2026-11-20T00:00:00' })],
			lines: [over(VENDOR), next(VENDOR)],
		},
	),
	licence('the same on a row that was ended', ['activeAgain'], {
		rows: [keyed({ is_active: false })],
		lines: [over(VENDOR), next(VENDOR)],
	}),
	licence('a line that seems to take the place of another', ['succeedsByPart'], {
		lines: [over(PART), next(PART)],
	}),
	licence(
		'the same, the old line known to be over from the list of the whole reseller only',
		['succeedsUnproven'],
		{
			rows: [keyed({ notes: 'ms-1' })],
			items: [customerItem([next(VENDOR)], { subscriptionsFrom: 'resellerList' })],
		},
	),
	licence('the renewal of a line that a person put at another client', ['continuesElsewhere'], {
		rows: [keyed({ client_id: 13 })],
		lines: [over(VENDOR), next(VENDOR)],
		saved: [{ account: 'us', subscriptionId: '411833_1', haloClientId: 13 }],
	}),
	licence('a line with the vendor’s id of one whose status nobody knows', ['vendorIdLives'], {
		lines: [aLine({ ...VENDOR, state: 'unknown', status: null }), next(VENDOR)],
	}),
	licence('the same, and neither has a row', ['vendorIdNewer'], {
		rows: [],
		lines: [aLine({ ...VENDOR, state: 'unknown', status: null }), next(VENDOR)],
	}),
	licence('a line that fits a row of which no list tells', ['mayContinueRow'], {
		rows: [keyed({ snowid: 'us/400000_1', product_sku: '7654321' })],
		items: [customerItem([next(PART)], { unreadable: ['400000_1'] })],
	}),
	licence('two lines that end for one that starts', ['successionUnclear', 'endWaits'], {
		rows: [keyed(), keyed({ id: 502, snowid: 'us/400000_1' })],
		lines: [over(VENDOR), over({ ...VENDOR, subscriptionId: '400000_1' }), next(VENDOR)],
	}),
];

export const lineScenes: Scene[] = [
	licence('nothing at all', ['sameAsStellr'], {
		parameters: { options: { includeUnchanged: true } },
	}),
	licence('other seats at Stellr', ['countChanged'], { rows: [keyed({ count: 40 })] }),
	licence('another name at Stellr', ['renamed'], {
		rows: [keyed({ count: 40, name: 'Office' })],
	}),
	licence('another name at Stellr, which has the say over it', ['nameChanged'], {
		rows: [keyed({ name: 'Office' })],
		parameters: { owners: { name: 'stellr' } },
	}),
	licence('another price at Stellr, which has the say over it', ['moneyChanged'], {
		rows: [keyed({ price: 1, purchase_price: 2 })],
		parameters: { owners: { cost: 'stellr', price: 'stellr' } },
	}),
	licence('a suspended line', ['stillCharged'], {
		lines: [aLine({ state: 'suspended', status: 'Suspended' })],
	}),
	licence('another status in Halo', ['statusChanged'], { rows: [keyed({ status: 'Cancelled' })] }),
	licence('a line that is over', ['ended'], { lines: [over()] }),
	licence('a line that is cancelled at the end of its term', ['endsLater'], {
		lines: [aLine({ state: 'cancelled', status: 'Cancelled' })],
	}),
	licence('a line that is cancelled, and ends on no known day', ['endsLater-2'], {
		lines: [aLine({ state: 'cancelled', status: 'Cancelled', endDate: null })],
	}),
	licence('a row that is inactive already', ['alreadyInactive'], {
		rows: [keyed({ is_active: false })],
		lines: [over()],
		parameters: { options: { includeUnchanged: true } },
	}),
	licence('a line that is over, where Halo has the say over the status', ['statusIsHalos'], {
		lines: [over()],
		parameters: { owners: { status: 'halo' }, options: { includeUnchanged: true } },
	}),
	licence('a new subscription', ['create'], { rows: [] }),
	licence('an ended line without a row', ['notCreatedEnded'], {
		rows: [],
		lines: [over()],
		parameters: { options: { includeUnchanged: true } },
	}),
	licence('a status that is not known, long after the term', ['notCreatedUnknown'], {
		rows: [],
		lines: [aLine({ state: 'unknown', status: 'Weird', endDate: '2026-01-31' })],
		parameters: { options: { includeUnchanged: true } },
	}),
	licence('a suspended line without a row', ['suspendedWithoutRow'], {
		rows: [],
		lines: [aLine({ state: 'suspended', status: 'Suspended' })],
	}),
	licence('a line charged by usage', ['kindLeftOut'], {
		rows: [],
		lines: [aLine({ kind: 'usage', kindReason: 'name says Azure plan' })],
		parameters: { options: { includeUnchanged: true } },
	}),
	licence('a line of which nobody knows the kind', ['kindUnknown'], {
		rows: [],
		lines: [aLine({ kind: 'unknown', kindReason: 'billing frequency "daily" is not known' })],
	}),
	licence('a product that is filtered out', ['productLeftOut'], {
		parameters: { options: { includeUnchanged: true, excludeProducts: 'Premium' } },
	}),
	licence('no quantity', ['quantityMissing'], { lines: [aLine({ quantity: null })] }),
	licence('half a seat', ['quantityNotWhole'], { lines: [aLine({ quantity: 2.5 })] }),
	licence('no seats on a live line', ['quantityZero'], { lines: [aLine({ quantity: 0 })] }),
];

export const guardScenes: Scene[] = [
	guard('a big decrease', ['bigDecrease'], {
		...fewer,
		parameters: strict({ decreaseSeats: 2, decreasePercent: 25 }),
	}),
	guard('a big increase', ['bigIncrease'], {
		lines: [aLine({ quantity: 99 })],
		parameters: strict({ increaseSeats: 10, increasePercent: 50 }),
	}),
	guard('a decrease inside a commitment', ['insideCommitment'], {
		...fewer,
		lines: [aLine({ quantity: 41, endDate: '2027-06-30' })],
		parameters: strict({ commitmentGraceDays: 8 }),
	}),
	guard('a big decrease of a line that says nothing of a commitment', ['commitmentUnknown'], {
		...fewer,
		lines: [aLine({ quantity: 8, term: null, startDate: null, endDate: null, productName: 'Duo' })],
		parameters: strict({ decreaseSeats: 2, decreasePercent: 25, commitmentGraceDays: 8 }),
	}),
	guard('the end of a client’s last licence', ['lastLiveRow'], {
		lines: [over()],
		parameters: strict({ holdLastLiveRow: true }),
	}),
	guard('the end of both licences that a client has', ['lastLiveRow-2'], {
		rows: [keyed(), keyed({ id: 502, snowid: 'us/400000_1' })],
		lines: [over(), over({ subscriptionId: '400000_1' })],
		parameters: strict({ holdLastLiveRow: true }),
	}),
	guard('fewer seats in a list that came short', ['listCameShort'], {
		items: [customerItem([aLine({ quantity: 8 })], { complete: false, cameShort: true })],
	}),
	guard(
		'a row without key at a client of two customers, of which one did not come',
		['sharedClient'],
		{
			rows: [unkeyed(SKU)],
			items: [
				customerItem([aLine()], {
					match: { client: { inactive: false, stellrKeys: ['us/100482', 'us/100501'] } },
				}),
			],
		},
	),
	guard('fewer seats around the invoice day', ['billingFreeze'], {
		...fewer,
		parameters: strict({ billingFreeze: true, freezeDaysBefore: 15 }),
	}),
	guard('a night that lowers more rows than one should', ['manyDecreases'], {
		...fewer,
		parameters: strict({ runRows: 0, runPercentOfRows: 5 }),
	}),
	guard('a night that lowers more money than one should', ['muchValue'], {
		...fewer,
		parameters: strict({ runPercentOfValue: 10 }),
	}),
	scene('an item that is held for days', ['pending-stillHeld'], async () => await held({})),
	scene(
		'an item that somebody snoozed',
		['pending-snoozed'],
		async () => await held({ snoozedUntil: '2026-12-01', snoozeReason: 'asked the customer' }),
	),
	scene(
		'items that are held, and some that need attention',
		['hint-held', 'hint-needsAttention'],
		async () =>
			await plan({
				rows: [unkeyed({ name: 'M365 BP seats' })],
				items: [customerItem(), {}],
			}),
	),
];

/** Plans twice, the second time with the held item as the Data table then has it. */
async function held(more: object) {
	const night = { rows: [unkeyed({ name: 'M365 BP seats' })] };
	const first = await plan(night);
	const [row] = first.summary.pendingRows as object[];
	return await plan({ ...night, saved: [{ ...row, heldSince: '2026-11-20', ...more }] });
}
