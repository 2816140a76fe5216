import type { HaloClient, HaloLicence } from '../../../core/halo/schemas';
import { matchCustomers, type MappingEntry } from '../../../core/matching';
import type { EditLists, MatchedCustomer } from '../../../core/review/editLists';
import { readTableRow, type TableRow } from '../../../core/review/tableRow';
import type { StellrCustomer } from '../../../core/stellr/schemas';

/** Saved entries as rows of the Data table, numbered from 1. */
export function tableRows(entries: readonly MappingEntry[]): TableRow[] {
	return entries.map((entry, index) => {
		const row = readTableRow({ id: index + 1, ...entry });
		if (row === null) throw new Error('The row is about nobody.');
		return row;
	});
}

/** The lists as Mapping Match and Halo Clients give them. */
export function listsOf(
	customers: StellrCustomer[],
	clients: HaloClient[],
	saved: MappingEntry[] = [],
): EditLists {
	const result = matchCustomers({ customers, clients, saved }, { today: '2026-11-25' });
	const all = [...result.mapped, ...result.review, ...result.unmapped, ...result.ignored];
	return {
		customers: all.map(({ customer, match }): MatchedCustomer => ({ customer, match })),
		clients,
		rows: tableRows(saved),
	};
}

export function licence(id: number, fields: Partial<HaloLicence> = {}): HaloLicence {
	const snowid = fields.snowid ?? null;
	return {
		id,
		type: 1,
		clientId: 12,
		clientName: 'Acorn Construction',
		siteId: null,
		name: 'Business Premium',
		count: 42,
		status: 'Active',
		active: true,
		deleted: false,
		startDate: null,
		endDate: null,
		price: null,
		cost: null,
		billingCycle: null,
		termDuration: null,
		productSku: null,
		vendorProductSku: null,
		snowid: null,
		tenantId: null,
		notes: null,
		supplierId: null,
		supplierName: null,
		vendor: null,
		manufacturer: null,
		distributor: null,
		azureConnectionId: null,
		texts: snowid === null ? {} : { snowid },
		...fields,
	};
}

interface FormField {
	fieldType: string;
	fieldName?: string;
	html?: string;
	fieldOptions?: { values: Array<{ option: string }> };
}

/** A page as n8n reads it: its HTML and the choices of each field. */
export function pageOf(form: string): { html: string; choices: Record<string, string[]> } {
	const fields = JSON.parse(form) as FormField[];
	const choices = fields.flatMap(({ fieldName, fieldOptions }) =>
		fieldName === undefined || fieldOptions === undefined
			? []
			: [[fieldName, fieldOptions.values.map(({ option }) => option)] as const],
	);
	return {
		html: fields.map(({ html }) => html ?? '').join(''),
		choices: Object.fromEntries(choices),
	};
}
