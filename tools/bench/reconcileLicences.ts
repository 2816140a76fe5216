import type { HaloLicence } from '../../core/halo/schemas';
import type { StellrSubscription } from '../../core/stellr/schemas';
import type { CustomerLines } from '../../core/sync/licences/customerLines';
import type { SavedLicence } from '../../core/sync/licences/savedState';
import type { Random } from '../../simulators/random';

/** What is the case with a line's row, and how often. */
export type RowShares = Readonly<Record<keyof typeof ROWS, number>>;

/** In thousandths. */
const ROWS = {
	inStep: 925,
	editedByHand: 15,
	haloBehind: 25,
	unknown: 15,
	missing: 8,
	heldTwice: 2,
	handMade: 10,
};
/** Of the rows of lines that are over, those that nobody has switched off. */
const SHARE_STALE = 0.2;
const SHARE_WITH_NOTES = 0.1;

/** Halo's rows and the saved counts, as the readers hand them on. */
export class LicenceMaker {
	readonly licences: HaloLicence[] = [];
	readonly saved: SavedLicence[] = [];
	private lastId = 5_000;

	constructor(
		private readonly random: Random,
		private readonly today: string,
		private readonly shares: RowShares = ROWS,
	) {}

	/** The rows of the customer's lines. */
	addRowsOf(customer: CustomerLines): HaloLicence[] {
		if (customer.haloClientId === null) return [];
		const from = this.licences.length;
		for (const line of customer.subscriptions) this.addRowOf(customer, line);
		return this.licences.slice(from);
	}

	/** Rows of subscriptions that nobody lists and of another distributor, in turn, until there are so many. */
	fillUp(count: number, customers: readonly CustomerLines[]): void {
		const withClient = customers.filter(
			({ haloClientId, subscriptions }) => haloClientId !== null && subscriptions.length > 0,
		);
		if (withClient.length === 0) return;
		while (this.licences.length < count) {
			const customer = this.random.pick(withClient);
			const line = this.random.pick(customer.subscriptions);
			const isOrphan = this.licences.length % 2 === 0;
			this.add(customer, line, {
				count: line.quantity ?? 1,
				snowid: isOrphan ? `${customer.account}/${300_000 + this.lastId}_1` : null,
				distributor: isOrphan ? 'TD SYNNEX' : 'Pax8',
			});
		}
		this.licences.length = count;
	}

	private addRowOf(customer: CustomerLines, line: StellrSubscription): void {
		const { random } = this;
		const state = random.weighted(this.shares);
		if (state === 'missing') return;
		const seats = line.quantity ?? 1;
		const differs = ['editedByHand', 'haloBehind', 'unknown'].includes(state);
		const count = differs ? Math.max(1, seats + random.pick([-1, 1, 2, 3])) : seats;
		const key = `${line.account}/${line.subscriptionId}`;
		const isOver = line.state === 'cancelled' && !random.chance(SHARE_STALE);
		const fields = {
			count,
			snowid: state === 'handMade' ? null : key,
			distributor: 'TD SYNNEX',
			active: !isOver,
		};
		const row = this.add(customer, line, fields);
		if (state === 'heldTwice') this.add(customer, line, fields);
		if (state === 'unknown' || state === 'handMade') return;
		this.saved.push(this.savedOf(key, row, state === 'editedByHand' ? seats : count));
	}

	private savedOf(key: string, row: HaloLicence, lastCount: number): SavedLicence {
		return {
			key,
			haloLicenceId: row.id,
			haloClientId: row.clientId,
			lastCount,
			adoptedAt: null,
			link: 'key',
			changedAt: `${this.today}T02:10:00.000Z`,
			increaseSeats: null,
			increasedAt: null,
			missingTimes: 0,
		};
	}

	private add(
		customer: CustomerLines,
		line: StellrSubscription,
		fields: Pick<HaloLicence, 'count' | 'snowid' | 'distributor'> & { active?: boolean },
	): HaloLicence {
		this.lastId += 1;
		const notes = this.random.chance(SHARE_WITH_NOTES) ? 'added for the monthly invoice' : null;
		const row = licenceRow(this.lastId, customer, line, { active: true, notes, ...fields });
		this.licences.push(row);
		return row;
	}
}

type RowFields = Pick<HaloLicence, 'count' | 'snowid' | 'distributor' | 'active' | 'notes'>;

function licenceRow(
	id: number,
	{ haloClientId, haloClientName }: CustomerLines,
	line: StellrSubscription,
	fields: RowFields,
): HaloLicence {
	const isPax8 = fields.distributor === 'Pax8';
	const row: HaloLicence = {
		id,
		type: 1,
		clientId: haloClientId,
		clientName: haloClientName,
		siteId: -1,
		name: line.productName ?? '',
		status: fields.active ? 'Active' : 'Inactive',
		deleted: false,
		startDate: line.startDate && `${line.startDate}T00:00:00`,
		endDate: line.endDate && `${line.endDate}T00:00:00`,
		price: line.suggestedPrice,
		cost: line.unitCost,
		billingCycle: line.billingFrequency === 'month' ? 'Monthly' : 'Annually',
		termDuration: { P1M: '1 Month', P1Y: '1 Year', P3Y: '3 Years' }[line.term ?? ''] ?? null,
		productSku: isPax8 ? null : line.skuNo,
		vendorProductSku: null,
		tenantId: null,
		supplierId: isPax8 ? 8 : 7,
		supplierName: fields.distributor,
		vendor: line.vendor,
		manufacturer: null,
		azureConnectionId: null,
		texts: {},
		...fields,
	};
	return { ...row, texts: textsOf(row) };
}

/** The texts of the row under Halo's own names, as they came. */
function textsOf(row: HaloLicence): Record<string, string> {
	const named: Record<string, string | null> = {
		client_name: row.clientName,
		name: row.name,
		status: row.status,
		start_date: row.startDate,
		end_date: row.endDate,
		billing_cycle: row.billingCycle,
		term_duration: row.termDuration,
		product_sku: row.productSku,
		snowid: row.snowid,
		notes: row.notes,
		supplier_name: row.supplierName,
		vendor: row.vendor,
		distributor: row.distributor,
		licence_client_name: row.clientName,
	};
	const texts: Record<string, string> = {};
	for (const name of Object.keys(named)) {
		const text = named[name];
		if (text !== null) texts[name] = text;
	}
	return texts;
}
