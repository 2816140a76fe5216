/** What can happen to a Stellr line between two runs, one function each; nights and scenarios are made of these. */
import type { Random } from '../random';
import type { StellrAccountState, StellrSubscriptionRow } from '../stellr/state';
import { CATALOGUE } from './catalogue';
import type { Product, Shelf } from './catalogue';
import { addDays, addMonths, endOfMonth } from './days';
import type { AccountOptions } from './options';
import { drawLine } from './subscriptionLines';
import type { SubscriptionTruth } from './truth';
import type { World } from './world';

export interface WorldLine {
	account: StellrAccountState;
	row: StellrSubscriptionRow;
	truth: SubscriptionTruth;
}

/** Lines that live by status and date, joined with the truth about them. */
export function liveLines(world: World): WorldLine[] {
	const truths = new Map(
		world.truth.subscriptions.map((truth) => [`${truth.account}/${truth.subscriptionId}`, truth]),
	);
	return world.stellr.accounts.flatMap((account) =>
		account.subscriptions.flatMap((row) => {
			const truth = truths.get(`${account.label}/${row.subscriptionId}`);
			return truth?.life === 'live' ? [{ account, row, truth }] : [];
		}),
	);
}

export function changeQuantity(world: World, line: WorldLine, quantity: number): void {
	const difference = quantity - (line.row.quantity ?? 0);
	line.row.quantity = quantity;
	const seats = `${Math.abs(difference)} seat${Math.abs(difference) === 1 ? '' : 's'}`;
	logChange(world, line, `${difference < 0 ? 'Remove' : 'Add'} ${seats}`);
}

/** Cancelled, and over: the end date lies behind. */
export function endLine(world: World, line: WorldLine): void {
	line.row.status = 'Cancelled';
	line.row.endDate = addDays(world.asOf, -1);
	line.truth.life = 'ended';
	logChange(world, line, 'Cancel service');
}

/** Gone from the list without a word. */
export function removeLine(world: World, line: WorldLine): void {
	const { subscriptions } = line.account;
	subscriptions.splice(subscriptions.indexOf(line.row), 1);
	world.truth.subscriptions = world.truth.subscriptions.filter((truth) => truth !== line.truth);
}

/** The same line runs on for another term. */
export function renewLine(line: WorldLine): void {
	const { row, truth } = line;
	const months = truth.term === 'monthly' ? 1 : truth.term === 'threeYear' ? 36 : 12;
	if (row.endDate === null) return;
	const endDate = addMonths(row.endDate, months);
	row.endDate = endOfMonth(row.endDate) === row.endDate ? endOfMonth(endDate) : endDate;
}

/** The line ends and another goes on in its place: same vendor subscription, another contract. */
export function succeedLine(
	world: World,
	line: WorldLine,
	fields: Partial<StellrSubscriptionRow> = {},
): WorldLine {
	const { account, row, truth } = line;
	const contractNo = nextContractNo(account);
	const successor: StellrSubscriptionRow = {
		...row,
		contractNo,
		lineNo: 1,
		subscriptionId: `${contractNo}_1`,
		startDate: world.asOf,
		endDate: addDays(addMonths(world.asOf, truth.term === 'monthly' ? 1 : 12), -1),
		...fields,
	};
	const successorTruth: SubscriptionTruth = {
		...truth,
		subscriptionId: successor.subscriptionId,
		// The old row goes on being the row; its stored id is the predecessor's now.
		evidence: truth.licenceId === null ? 'none' : 'words',
	};
	row.status = 'Expire';
	row.endDate = addDays(world.asOf, -1);
	truth.life = 'ended';
	truth.licenceId = null;
	account.subscriptions.push(successor);
	world.truth.subscriptions.push(successorTruth);
	return { account, row: successor, truth: successorTruth };
}

/** A product the customer does not have yet, as an ordinary live line. */
export function addLine(
	world: World,
	account: StellrAccountState,
	customerNo: number,
	random: Random,
): WorldLine {
	const held = account.subscriptions.filter((row) => row.customerNo === customerNo);
	const shelf: Shelf = 'microsoftSeats';
	const parts = new Set(held.map(({ mfgPartNo }) => mfgPartNo));
	const fresh = CATALOGUE[shelf].filter(({ mfgPartNo }) => !parts.has(mfgPartNo));
	const product = random.pick<Product>(fresh.length > 0 ? fresh : CATALOGUE[shelf]);
	const order = {
		customerNo,
		account: accountOptions(world, account.label),
		asOf: world.asOf,
		lines: 'drawn' as const,
		holdsTwice: false,
		nextContractNo: () => nextContractNo(account),
	};
	const options = { ...world.options.line, status: ONLY_ACTIVATED };
	const { row, term } = drawLine(order, options, { shelf, product }, undefined, random);
	row.startDate = world.asOf;
	row.endDate = addDays(addMonths(world.asOf, term === 'monthly' ? 1 : 12), -1);
	const truth: SubscriptionTruth = {
		account: account.label,
		customerNo,
		subscriptionId: row.subscriptionId,
		licenceId: null,
		origin: 'none',
		evidence: 'none',
		duplicateIds: [],
		lookalikeIds: [],
		countDiffers: false,
		shelf,
		kind: product.kind,
		term,
		life: 'live',
		recurring: 'none',
	};
	account.subscriptions.push(row);
	world.truth.subscriptions.push(truth);
	return { account, row, truth };
}

const ONLY_ACTIVATED = {
	Activated: 1,
	none: 0,
	unseen: 0,
	CancelledAhead: 0,
	Cancelled: 0,
	Expire: 0,
	Suspended: 0,
};

function nextContractNo({ subscriptions }: StellrAccountState): number {
	return subscriptions.reduce((highest, row) => Math.max(highest, row.contractNo), 411_000) + 3;
}

function accountOptions(world: World, label: string): AccountOptions {
	const found = world.options.accounts.find((account) => account.label === label);
	return found ?? { label, region: 'us', currency: 'USD', share: 1 };
}

function logChange(world: World, { account, row }: WorldLine, changeLog: string): void {
	const { subscriptionId, customerNo, contractNo, lineNo, productName } = row;
	account.changeLog.push({
		subscriptionId,
		customerNo,
		contractNo,
		lineNo,
		activityLog: `Update Service (${productName})`,
		changeLog,
		entryDatetime: `${world.asOf}T11:21:25.733-0400`,
		entryBy: 'portal user',
		entrySource: 'StreamOne Stellr',
	});
}
