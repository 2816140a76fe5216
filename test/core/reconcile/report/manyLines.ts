import type { ReconciledLine, ReconcileResult } from '../../../../core/reconcile/result';
import { verdicts, type Verdict } from '../../../../core/reconcile/verdicts';
import { aLine } from '../../sync/records';
import { anInvoicedLine, aReconciledLine, aReconcileResult } from './lines';

/** A large provider's book: eight lines a customer, a quarter of them not in sync, every verdict among them. */

const FIRST = [
	'Acorn',
	'Birch',
	'Cedar',
	'Dogwood',
	'Elm',
	'Fir',
	'Gum',
	'Hazel',
	'Ivy',
	'Juniper',
	'Larch',
	'Maple',
];
const SECOND = [
	'Construction',
	'Dental Associates',
	'Freight Services',
	'Law Chambers',
	'Bakery & Café',
	'Optics',
	'Studios',
	'Foods International',
	'Engineering',
	'Property Management',
	'Veterinary Clinic',
];
const PRODUCTS: Array<[string, number]> = [
	['Microsoft 365 Business Premium', 2200],
	['Microsoft 365 Business Standard', 1250],
	['Exchange Online (Plan 1)', 400],
	['Microsoft 365 E3 (no Teams)', 3375],
	['Microsoft Defender for Business', 300],
	['Teams Phone Standard', 1000],
	['Cisco Duo Essentials', 300],
	['Acronis Cyber Protect Workload', 650],
];
const LINES = PRODUCTS.length;
const DRIFTING: readonly Verdict[] = verdicts.filter((verdict) => verdict !== 'inSync');

export function manyLines(customers: number): ReconcileResult {
	const random = seeded(20261125);
	const lines: ReconciledLine[] = [];
	for (let customer = 0; customer < customers; customer += 1) {
		const name = `${FIRST[customer % FIRST.length]} ${SECOND[customer % SECOND.length]}${customer < 132 ? '' : ` ${Math.floor(customer / 132) + 1}`}`;
		for (let at = 0; at < LINES; at += 1) lines.push(lineOf(customer, at, name, random));
	}
	return aReconcileResult(lines, {
		leftOut: { otherKinds: 1_204, bySettings: 88, over: 310, ignored: 24, inReview: 24 },
		customersNotRead: [{ account: 'us', customerNo: '990001', name: 'Rowan Hospitality' }],
		licencesNotJudged: 17,
		shownQuantityDiffers: 3,
	});
}

function lineOf(customer: number, at: number, name: string, random: () => number): ReconciledLine {
	const account = customer % 3 === 0 ? 'ca' : 'us';
	const currency = account === 'ca' ? 'CAD' : 'USD';
	const [product, price] = PRODUCTS[at];
	const id = `${400_000 + customer}_${at + 1}`;
	const customerNo = String(100_000 + customer);
	const seats = 1 + Math.floor(random() ** 3 * 120);
	const drifts = random() < 0.25;
	const verdict = drifts ? DRIFTING[Math.floor(random() * DRIFTING.length)] : 'inSync';
	const off = drifts ? Math.round((random() - 0.4) * (seats + 4)) : 0;
	const count = Math.max(0, seats - off);
	const amount = (minor: number) => ({ minor, currency });
	const unknown = verdict === 'cannotBeCosted' || verdict === 'licenceUnclear';
	const prepaid = drifts && random() < 0.05;
	return aReconciledLine({
		key: `${account}/${id}`,
		customer: { account, customerNo, name },
		haloClientId: customer + 10,
		haloClientName: name,
		subscription: aLine({ subscriptionId: id, customerNo }),
		product,
		licence: { id: 40_000 + customer * LINES + at, name: product, count, active: true, by: 'key' },
		invoiceLines: [
			anInvoicedLine({
				invoiceNumber: 8_000 + customer,
				lineId: 60_000 + customer * LINES + at,
				quantity: count,
			}),
		],
		quantities: { stellr: seats, halo: count, invoiced: count },
		expected: seats,
		verdict,
		findings: verdict === 'editedByHand' && at === 1 ? ['typedQuantity'] : [],
		since: drifts
			? { day: `2026-${at + 3 < 10 ? '0' : ''}${at + 3}-1${at}`, by: 'firstSeen' }
			: null,
		age: !drifts ? null : random() < 0.15 ? 'timing' : 'drift',
		changedBy: verdict === 'editedByHand' ? { who: 'person', name: 'Anna Berg' } : null,
		money: {
			cost: unknown ? null : amount(seats * price),
			revenue: unknown ? null : amount(Math.round(count * price * 1.2)),
			margin: unknown ? null : amount(Math.round(count * price * 1.2) - seats * price),
			difference: unknown || !drifts ? null : amount(Math.round(off * price * 1.2)),
			differenceBy: unknown || !drifts ? null : 'invoiceLine',
			uncosted:
				verdict === 'cannotBeCosted'
					? [`Line ${60_000 + at} of recurring invoice 8000 shows no price.`]
					: [],
		},
		byHand: prepaid
			? {
					seats: 3,
					amount: amount(price * 20),
					from: '2026-11-20',
					fromBy: 'saved',
					to: '2027-06-30',
					daysLeft: 222,
					daysInPeriod: 364,
				}
			: null,
		text: `${name}, ${product}: Stellr ${seats} seats, Halo ${count}, invoiced ${count}.`,
		readBy: {
			stellr: uuid(customer),
			licence: uuid(1_000_000 + Math.floor((customer * LINES) / 500)),
			invoice: uuid(2_000_000 + Math.floor(customer / 100)),
		},
	});
}

function uuid(number: number): string {
	return `7f3c9a1e-52b4-4d0f-9e6a-${number.toString(16).padStart(12, '0')}`;
}

/** The same numbers on every run. */
function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
		return state / 4_294_967_296;
	};
}
