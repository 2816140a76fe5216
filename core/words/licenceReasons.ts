import type { Reason } from '../sync/planItem';
import { licenceFieldLabel } from './licenceFieldLabel';

/**
 * Every sentence a planned licence can carry, in one place: what was found, and what a person can do. Codes are stable, the
 * wording may change.
 */

const reason = (code: string, text: string): Reason => ({ code, text });

export const licenceReasons = {
	sameAsStellr: () => reason('sameAsStellr', 'Count, dates and status are the same as at Stellr.'),
	countChanged: (before: number, after: number) =>
		reason('countChanged', `Stellr has ${after} seats, the Halo licence ${before}.`),
	endDateChanged: (before: string | null, after: string) =>
		reason(
			'endDateChanged',
			`The term ends on ${after} at Stellr; Halo says ${before ?? 'nothing'}.`,
		),
	statusChanged: (after: string) =>
		reason('statusChanged', `The subscription is ${after} at Stellr.`),
	stillCharged: () =>
		reason(
			'stillCharged',
			'The subscription is suspended and still charged by Stellr: the row stays active with its count.',
		),
	ended: (status: string, day: string) =>
		reason(
			'ended',
			`Stellr says "${status}" and its end date ${day} is past: the row becomes inactive and keeps its count.`,
		),
	endsLater: (status: string, day: string | null) =>
		reason(
			'endsLater',
			day === null
				? `Stellr says "${status}" and gives no end date, so nothing ends by itself. If it is over, approve or end it by hand.`
				: `Stellr says "${status}", which may mean "at the end of the term" (${day}). Nothing ends before that day; end it by hand if it is over.`,
		),
	alreadyInactive: () => reason('alreadyInactive', 'The row is inactive already.'),
	adoptById: (field: string, value: string) =>
		reason(
			'adoptById',
			`The client's row holds "${value}" in ${licenceFieldLabel(field)}: it is this subscription's row.`,
		),
	adoptBySku: (sku: string) =>
		reason(
			'adoptBySku',
			`It is the client's only row with ${sku}, and the customer's only subscription with it: it is this subscription's row.`,
		),
	adoptByName: (name: string) =>
		reason(
			'adoptByName',
			`The client's only row with this product name is "${name}". Approve if it is this subscription's row.`,
		),
	foreignKey: (field: string, text: string) =>
		reason(
			'foreignKey',
			`Its ${licenceFieldLabel(field)} holds "${text}" of another importer, which is left alone: the pair is kept in the saved licence map.`,
		),
	foreignKeyNoMap: (field: string, text: string) =>
		reason(
			'foreignKeyNoMap',
			`Its ${licenceFieldLabel(field)} holds "${text}" of another importer, which is left alone, so the row gets no key and stays as it is here. Use the flow Update licences, whose Saved State remembers the pair.`,
		),
	microsoftRow: (name: string) =>
		reason(
			'microsoftRow',
			`"${name}" was made by Halo's own Microsoft connection. Approve before it is taken over, or switch that import off.`,
		),
	otherDistributor: (name: string, distributor: string) =>
		reason(
			'otherDistributor',
			`"${name}" belongs to another distributor (${distributor}). Approve if it is this subscription's row.`,
		),
	severalRows: (ids: number[]) =>
		reason(
			'severalRows',
			`Several rows of the client fit (${ids.join(', ')}). Put the key into the right one, or end the others.`,
		),
	severalSubscriptions: (sku: string, ids: string[]) =>
		reason(
			'severalSubscriptions',
			`Several subscriptions of the customer have ${sku} (${ids.join(', ')}) and fewer rows fit. Say which is which.`,
		),
	similarRow: (rows: Array<{ id: number; name: string }>) =>
		reason(
			'similarRow',
			`The client has a row without key that may be this one: ${rows.map((row) => `"${row.name}" (${row.id})`).join(', ')}. If it is, put the key into that row; approve only if it is another's, since that makes a second licence.`,
		),
	countAtAdoption: (before: number, after: number) =>
		reason(
			'countAtAdoption',
			`When the row was taken over, Halo billed ${before} and Stellr sold ${after}. Approve just after an invoice run, so that the change is billed once.`,
		),
	rowInactive: () =>
		reason(
			'rowInactive',
			'The row is inactive in Halo while the subscription is live at Stellr. Somebody may have ended it: activate it or approve.',
		),
	rowDeleted: () =>
		reason(
			'rowDeleted',
			'The row was deleted in Halo. Restore it, or remove its key if it shall be created anew.',
		),
	rowUnreadable: () =>
		reason(
			'rowUnreadable',
			'Halo has a row for it that could not be understood. Complete that row in Halo, so that no second one is made.',
		),
	likeUnreadable: (id: string | null) =>
		reason(
			'likeUnreadable',
			`The client has a row that could not be understood${id === null ? '' : ` (${id})`} and that may be this one's. Complete it in Halo; approve only if it is another's.`,
		),
	labelChanged: (row: string, id: number, key: string) =>
		reason(
			'labelChanged',
			`Its id stands on the row "${row}" (${id}) under another account label (${key}). If the label was changed, change it back; approve only if that row is another subscription's.`,
		),
	duplicateKey: (ids: number[]) =>
		reason(
			'duplicateKey',
			`Several rows hold this key (${ids.join(', ')}): none is written. Remove the key from all but one.`,
		),
	severalCustomers: () =>
		reason(
			'severalCustomers',
			'Several Stellr customers list this subscription, so nothing is written for it. Look in the Stellr portal whose it is.',
		),
	idUnusable: () =>
		reason(
			'idUnusable',
			'Its id holds a blank, a slash or a semicolon and cannot be kept as a key. Take it over by hand.',
		),
	keyCut: (found: string) =>
		reason(
			'keyCut',
			`Halo holds "${found}", the beginning of this key: the key field cuts it. Choose a longer key field.`,
		),
	movedClient: (row: string, client: string) =>
		reason(
			'movedClient',
			`Its row ${row} sits at the client "${client}", not at the mapped one. Move the row or change the mapping.`,
		),
	merged: (row: string, client: string) =>
		reason(
			'merged',
			`The mapped client is inactive and its row ${row} sits at "${client}". If the clients were merged, map the customer to that one; nothing is written until then.`,
		),
	overriddenIgnore: (why: string) =>
		reason(
			'overriddenIgnore',
			`A person left this subscription out${why === '' ? '' : `: ${why}`}.`,
		),
	clientGone: (row: string, clientId: number | null) =>
		reason(
			'clientGone',
			`Its row ${row} belongs to client ${clientId ?? 'none'}, which Halo does not name and which may be gone. Move the row to the mapped client in Halo; until then nothing is written for it.`,
		),
	savedRowGone: (id: number) =>
		reason(
			'savedRowGone',
			`The saved licence map names row ${id}, which Halo no longer shows. Remove the entry if the row shall be made anew.`,
		),
	noClient: () =>
		reason('noClient', 'The customer has no Halo client yet, so its subscriptions wait.'),
	clientInactive: () =>
		reason(
			'clientInactive',
			'The client is inactive in Halo while Stellr still charges. Activate it or change the mapping.',
		),
	create: () =>
		reason(
			'create',
			'No row of the client belongs to this subscription and none is similar: it is created.',
		),
	notCreatedEnded: (status: string) =>
		reason('notCreatedEnded', `Stellr says "${status}" and Halo has no row: none is created.`),
	notCreatedUnknown: (status: string | null, day: string) =>
		reason(
			'notCreatedUnknown',
			`Its status ${status === null ? 'is missing' : `"${status}" is not known`} and its term ended on ${day}: no row is created.`,
		),
	suspendedWithoutRow: () =>
		reason(
			'suspendedWithoutRow',
			'The subscription is suspended and Halo has no row for it. Approve if it shall be billed.',
		),
	kindLeftOut: (kind: string, why: string) =>
		reason('kindLeftOut', `A line of kind ${kind} is left out (${why}).`),
	kindUnknown: (why: string) =>
		reason(
			'kindUnknown',
			`It is not clear whether this line is a seat licence (${why}). Approve, or leave the product out.`,
		),
	productLeftOut: () =>
		reason('productLeftOut', "The product is left out by the node's product filter."),
	quantityMissing: () =>
		reason(
			'quantityMissing',
			'Stellr gave no quantity. Look at the subscription in the Stellr portal.',
		),
	quantityNotWhole: (quantity: number) =>
		reason(
			'quantityNotWhole',
			`Stellr says ${quantity} seats; Halo holds whole counts of 0 or more only, so nothing is written for it. Look at the subscription in the Stellr portal.`,
		),
	quantityZero: () =>
		reason(
			'quantityZero',
			'Stellr says 0 seats on a live line. Look at the subscription before the count goes to 0.',
		),
	missingAtStellr: () =>
		reason(
			'missingAtStellr',
			"Stellr's complete list no longer names this subscription. The row is left alone; end it by hand if it is over.",
		),
	allRowsNotRead: () =>
		reason(
			'allRowsNotRead',
			'Only the licences of these clients were read, and its row may be at another client. Set Read Licences to Automatic or All.',
		),
	notInResellerList: () =>
		reason(
			'notInResellerList',
			"Stellr's list of the whole reseller does not name this subscription. That list is not proof enough: the row is left alone until the customer's own list was read.",
		),
	statusIsHalos: () =>
		reason(
			'statusIsHalos',
			'The subscription is over at Stellr; the status belongs to Halo, so the row stays as it is.',
		),
	nameChanged: (from: string, to: string) =>
		reason('nameChanged', `Stellr calls the product "${to}", Halo "${from}".`),
	moneyChanged: (what: 'cost' | 'price', from: number | null, to: number) =>
		reason('moneyChanged', `The unit ${what} at Stellr is ${to}, in Halo ${from ?? 'none'}.`),
	succeedsById: (before: string, after: string) =>
		reason(
			'succeedsById',
			`${after} takes the place of ${before}: the vendor's id is the same. The row keeps its number and its place on the invoice, and gets the new key.`,
		),
	succeedsByPart: (before: string, after: string) =>
		reason(
			'succeedsByPart',
			`${after} seems to take the place of ${before}: the same part number, one ends when the other starts. Approve to give the row the new key; until then nothing ends and nothing is created.`,
		),
	succeedsUnproven: (before: string, after: string) =>
		reason(
			'succeedsUnproven',
			`${after} seems to take the place of ${before}: the vendor's id is the same, but that ${before} is over is known from Stellr's list of the whole reseller only. Approve to give the row the new key; until then nothing ends and nothing is created.`,
		),
	successionUnclear: (rows: Array<{ id: number; name: string }>) =>
		reason(
			'successionUnclear',
			`It may take the place of a line that ends, and more than one row fits: ${rows.map((row) => `"${row.name}" (${row.id})`).join(', ')}. Put the new key into the right one; approve only if it is a purchase of its own, since that makes another licence.`,
		),
	continuesElsewhere: (row: string, id: number, client: string | null) =>
		reason(
			'continuesElsewhere',
			`It seems to take the place of the line with the row "${row}" (${id}), which a person put at ${client === null ? 'another client' : `the client "${client}"`}. Decide the same for this one, and it takes that row over; approve only if it is a purchase of its own.`,
		),
	vendorIdLives: (before: string, row: string, id: number) =>
		reason(
			'vendorIdLives',
			`The vendor's id is also that of ${before}, which has the row "${row}" (${id}) and is not known to be over. Creating waits until it is; approve only if this is a purchase of its own.`,
		),
	vendorIdNewer: (newer: string) =>
		reason(
			'vendorIdNewer',
			`Its status is not known, and ${newer} has the same vendor's id and gets the row. Approve only if this one is to be billed beside it.`,
		),
	mayContinueRow: (row: string, id: number) =>
		reason(
			'mayContinueRow',
			`It may take the place of the line with the row "${row}" (${id}), of which Stellr's lists do not say whether it is over. Plan from complete lists, or approve if it is a purchase of its own.`,
		),
	endWaits: () =>
		reason('endWaits', 'A line that starts now may take its place: it ends when that is clear.'),
	activeAgain: () =>
		reason(
			'activeAgain',
			'The row was ended with the old line and is live again with the new one.',
		),
	missingThrice: (times: number) =>
		reason(
			'missingAtStellr',
			`Stellr's complete list has not named this subscription ${times} times in a row. Approve to make the row inactive.`,
		),
	editedByHand: (written: number, halo: number, stellr: number) =>
		reason(
			'editedByHand',
			`Somebody changed the count in Halo: ${written} was last written, Halo has ${halo} now, Stellr ${stellr}. Approve to bill ${stellr}, or leave Halo's.`,
		),
	editedSinceAdoption: (adopted: number, halo: number, stellr: number) =>
		reason(
			'editedSinceAdoption',
			`Somebody changed the count in Halo since the row was taken over: it was ${adopted} then, Halo has ${halo} now, Stellr ${stellr}. Approve to bill ${stellr}, or leave Halo's.`,
		),
	keptAsEdited: (halo: number, stellr: number) =>
		reason(
			'keptAsEdited',
			`Somebody set ${halo} in Halo while Stellr stayed at ${stellr}: Halo's count is kept until Stellr changes.`,
		),
	renamed: (from: string, to: string) =>
		reason('renamed', `Stellr calls the product "${to}" now, Halo "${from}"; the name stays.`),
} as const;
