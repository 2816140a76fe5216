const LABELS: Readonly<Record<string, string>> = {
	snowid: 'Service Now ID',
	tenant_id: 'Tenant ID',
	notes: 'Notes',
	end_date: 'end date',
	is_active: 'active',
	purchase_price: 'cost',
};

/** What Halo's screens call a field of a licence; fields whose label is not known keep the name that the API has. */
export function licenceFieldLabel(field: string): string {
	return LABELS[field] ?? field;
}
