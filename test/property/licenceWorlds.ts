import * as fc from 'fast-check';
import type { StellrSubscription } from '../../core/stellr/schemas';
import type { BatchSize } from '../../core/sync/batchSize';
import type { CustomerLines } from '../../core/sync/licences/customerLines';
import { aCustomer, aLine } from '../core/sync/records';
import { faults, type Habits, type Row, type Script } from './memoryHalo';

/** Random worlds: what Stellr sells to up to three customers, and what stands in Halo before the first run. */

const few = <Value>(...values: Value[]) => fc.constantFrom(...values);

/** Names that are not like one another, so that products are told apart. */
const PRODUCTS = [
	'Business Premium',
	'Visio Plan 2',
	'Cisco Duo Essentials',
	'Acronis Backup',
	'Adobe Acrobat',
	'Exchange Online',
	'Proofpoint Advanced',
];

const lineFacts = fc.record({
	product: fc.nat(PRODUCTS.length - 1),
	quantity: few(1, 2, 3, 8, 10, 40, 100),
	state: few(
		'active' as const,
		'active' as const,
		'active' as const,
		'cancelled' as const,
		'suspended' as const,
	),
	ended: fc.boolean(),
	/** What Halo has of it. */
	row: few('none', 'none', 'inStep', 'inStep', 'differs', 'differs', 'unkeyed', 'inactive'),
	haloCount: few(1, 2, 3, 8, 9, 12, 40, 60, 100),
	renewed: few(false, false, false, false, true),
});

export interface LicenceCase {
	customers: CustomerLines[];
	licences: Row[];
}

export const licenceCase: fc.Arbitrary<LicenceCase> = fc
	.array(fc.array(lineFacts, { maxLength: 6 }), { minLength: 1, maxLength: 3 })
	.map((customers) => {
		const licences: Row[] = [];
		const all = customers.map((facts, at) => {
			const lines = facts.flatMap((fact, lineAt) => {
				const line = lineOf(fact, at, lineAt);
				const row = rowOf(fact, line, 12 + at, 500 + licences.length);
				if (row !== null) licences.push(row);
				return fact.renewed ? [line, successorOf(line)] : [line];
			});
			licences.push(strangerAt(12 + at, 500 + licences.length));
			const customerNo = String(11 + at);
			return aCustomer(
				lines.map((line) => ({ ...line, customerNo })),
				{
					customerNo,
					name: `Customer ${at}`,
					haloClientId: 12 + at,
					clientKeys: [`us/${customerNo}`],
				},
			);
		});
		return { customers: all, licences };
	});

type LineFacts = typeof lineFacts extends fc.Arbitrary<infer Facts> ? Facts : never;

function lineOf(fact: LineFacts, customer: number, at: number): StellrSubscription {
	const subscriptionId = `${4000 + customer * 100 + at}_1`;
	return aLine({
		subscriptionId,
		productName: PRODUCTS[fact.product],
		skuNo: `sku-${subscriptionId}`,
		mfgPartNo: null,
		quantity: fact.quantity,
		state: fact.renewed ? 'cancelled' : fact.state,
		status: fact.renewed ? 'Cancelled' : fact.state,
		startDate: '2025-11-01',
		endDate: fact.ended || fact.renewed ? '2026-10-31' : '2027-10-31',
	});
}

/** The line that takes the place of one that ended: the vendor's id says so. */
function successorOf(line: StellrSubscription): StellrSubscription {
	return {
		...line,
		subscriptionId: line.subscriptionId.replace('_1', '_2'),
		state: 'active',
		status: 'Activated',
		startDate: '2026-11-01',
		endDate: '2027-10-31',
	};
}

function rowOf(
	fact: LineFacts,
	line: StellrSubscription,
	clientId: number,
	id: number,
): Row | null {
	if (fact.row === 'none') return null;
	const inStep = fact.row === 'inStep';
	return {
		id,
		type: id % 2,
		client_id: clientId,
		client_name: `Client ${clientId}`,
		site_id: -1,
		name: `Renamed by staff ${id}`,
		count: inStep ? line.quantity : fact.haloCount,
		status: 'Active',
		is_active: fact.row !== 'inactive',
		deleted: false,
		start_date: '2025-11-01T00:00:00',
		end_date: line.endDate === null ? null : `${line.endDate}T00:00:00`,
		price: 12.5 + id,
		purchase_price: 9.25,
		product_sku: line.skuNo,
		notes: `Ask Jane before changing ${id}`,
		snowid: fact.row === 'unkeyed' ? null : `us/${line.subscriptionId}`,
	};
}

/** A row that is none of ours and must stay as it is. */
function strangerAt(clientId: number, id: number): Row {
	return {
		id,
		type: 0,
		client_id: clientId,
		client_name: `Client ${clientId}`,
		site_id: 7,
		name: 'Managed firewall',
		count: 3,
		status: null,
		is_active: true,
		deleted: false,
		price: 99,
		purchase_price: 50,
		notes: 'By hand',
		snowid: null,
	};
}

export const habits: fc.Arbitrary<Habits> = fc.record({
	postAnswer: few('object' as const, 'array' as const, 'envelope' as const),
	batch: few('all-or-nothing' as const, 'partial' as const),
	key: few('kept' as const, 'kept' as const, 'lowerCased' as const),
	pageCap: few(100, 100, 3, 2),
	customFields: few('overwrite' as const, 'merge' as const),
});

/** Habits that make keys useless: nothing may be created twice all the same. */
export const badKeyHabits: fc.Arbitrary<Habits> = fc
	.record({
		base: habits,
		key: few('cut' as const, 'leftOutOfList' as const, 'dropped' as const),
	})
	.map(({ base, key }) => ({ ...base, key }));

export const script: fc.Arbitrary<Script> = fc
	.record({
		faults: fc.array(fc.tuple(fc.nat(24), few(...faults)), { maxLength: 6 }),
		crashAt: fc.option(fc.nat(18), { nil: null }),
		crashAfterCommit: fc.boolean(),
	})
	.map(({ faults: list, ...rest }) => ({ faults: new Map(list), ...rest }));

export const today = few('2026-11-23', '2026-11-23', '2026-11-30');

/** As set by a person, or left open so that arrays grow. */
export const batchSize: fc.Arbitrary<BatchSize> = few(
	{ rowsPerRequest: 1 },
	{ rowsPerRequest: 3 },
	{ rowsPerRequest: 20 },
	{ rowsPerRequest: 1, mostRowsPerRequest: 8 },
	{ rowsPerRequest: 2, mostRowsPerRequest: 9 },
);
