import fc from 'fast-check';
import { defaultLicenceOwners, ownedFields } from '../../../../core/sync/licences/owners';
import type { Owner } from '../../../../core/sync/ownership';
import { aKeyedRow, aLine, onePlan, plansFor } from '../records';

/** Who has the say over each field of a row that exists. */

const FIELD = {
	name: 'name',
	count: 'count',
	dates: 'end_date',
	status: 'status',
	cost: 'purchase_price',
	price: 'price',
};

/** A line that differs from its row in every field. */
const line = aLine({
	quantity: 43,
	productName: 'Business Premium 2027',
	endDate: '2027-11-30',
	unitCost: 25,
	suggestedPrice: 31,
});
const row = aKeyedRow({ cost: 24.1, price: 29.93, status: 'On hold' });
const emptyRow = aKeyedRow({
	name: '',
	count: 0,
	endDate: null,
	status: null,
	cost: null,
	price: 0,
});

function written(owners: Partial<Record<(typeof ownedFields)[number], Owner>>, at = row): string[] {
	const plan = onePlan({
		lines: [line],
		rows: [at],
		policy: { owners: { ...defaultLicenceOwners, ...owners } },
	});
	return Object.keys(plan.after ?? {}).sort();
}

it('by default Stellr owns counts, dates and status, and Halo keeps what staff edit', () => {
	expect(written({})).toEqual(['count', 'end_date', 'status']);
});

describe.each(ownedFields)('%s', (field) => {
	it('follows Stellr where Stellr wins', () => {
		expect(written({ [field]: 'stellr' })).toContain(FIELD[field]);
	});

	it('is never written where Halo wins', () => {
		expect(written({ [field]: 'halo' })).not.toContain(FIELD[field]);
		expect(written({ [field]: 'halo' }, emptyRow)).not.toContain(FIELD[field]);
	});

	it('is filled once and then kept where that is chosen', () => {
		expect(written({ [field]: 'fillIfEmpty' })).not.toContain(FIELD[field]);
		expect(written({ [field]: 'fillIfEmpty' }, emptyRow)).toContain(FIELD[field]);
	});
});

it("an ended subscription leaves the row active where the status is Halo's", () => {
	const over = aLine({ state: 'cancelled', status: 'Cancelled', endDate: '2026-11-01' });
	const plan = onePlan({
		lines: [over],
		rows: [aKeyedRow()],
		policy: { owners: { ...defaultLicenceOwners, status: 'halo' } },
	});
	expect(plan).toMatchObject({ action: 'unchanged', after: {} });
});

it('a price that differs by less than a cent is no change', () => {
	const owners = { ...defaultLicenceOwners, price: 'stellr' as const };
	const [plan] = plansFor({
		lines: [aLine()],
		rows: [aKeyedRow({ price: 29.9301 })],
		policy: { owners },
	});
	expect(plan.action).toBe('unchanged');
});

it('fields that Halo owns never change, whatever Stellr says', () => {
	const owner = fc.constantFrom<Owner>('stellr', 'halo', 'fillIfEmpty');
	fc.assert(
		fc.property(
			fc.record({
				name: owner,
				count: owner,
				dates: owner,
				status: owner,
				cost: owner,
				price: owner,
			}),
			(owners) => {
				const fields = written(owners);
				for (const field of ownedFields) {
					if (owners[field] === 'halo') expect(fields).not.toContain(FIELD[field]);
				}
			},
		),
		{ numRuns: 100 },
	);
});
