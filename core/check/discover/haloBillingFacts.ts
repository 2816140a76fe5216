import { rowsOfWrite } from '../../halo/answers';
import type { Probe } from '../probe';
import { fact, type Fact } from './fact';
import { names, rowsOf } from './haloAnswers';
import { dateShapes, fieldNames, isFilled, isRow, kindsOf, knownWordsOf } from './shapes';

/** What Halo's lists of licences and recurring invoices show. */
export function billingFacts(probe: Probe, licenceKeyField: string): Fact[] {
	const licences = rowsOf(probe, 'List Licences', 'licences');
	const invoices = rowsOf(probe, 'List Recurring Invoices', 'invoices');
	const written = dateShapes(licences, ['start_date', 'end_date']);
	return [
		names('licenceFields', 'Fields of a licence in the list', licences),
		licenceKey(probe, licenceKeyField, licences),
		licenceTypes(licences),
		licenceStatus(licences),
		fact('halo', 'dates', 'How dates of licences are written', written),
		noDate(licences),
		licenceChanges(probe),
		names('invoiceFields', 'Fields of a recurring invoice', invoices),
		invoicePeriod(invoices),
		invoiceLines(invoices),
	];
}

function licenceKey(probe: Probe, licenceKeyField: string, rows: unknown[]): Fact {
	const what = `Whether the list of licences shows the field "${licenceKeyField}"`;
	if (rows.length === 0) return fact('halo', 'licenceKey', what, null);
	const filled = (row: unknown) => isRow(row) && isFilled(row[licenceKeyField]);
	const inList = rows.filter(filled).length;
	if (inList > 0)
		return fact('halo', 'licenceKey', what, `yes: filled in ${inList} of ${rows.length} rows`);
	const single = rowsOfWrite(probe.bodyOf('Get Licence'), 'licences')[0];
	if (!filled(single))
		return fact(
			'halo',
			'licenceKey',
			what,
			`filled in none of ${rows.length} rows, nor in the one read alone`,
		);
	return fact(
		'halo',
		'licenceKey',
		what,
		'no: filled in the one read alone, and left out of the list',
		'Choose another Licence Key Field in the options of Halo Licence Upsert, or feed Saved State.',
	);
}

function licenceTypes(rows: unknown[]): Fact {
	const what = 'Types of licences: 0 licence, 1 subscription';
	if (rows.length === 0) return fact('halo', 'licenceTypes', what, null);
	const counts = [0, 1].map(
		(type) => `${type}: ${rows.filter((row) => isRow(row) && row.type === type).length}`,
	);
	const others = rows.filter((row) => isRow(row) && row.type !== 0 && row.type !== 1).length;
	return fact('halo', 'licenceTypes', what, `${counts.join('; ')}; others: ${others}`);
}

/** People may type a status: only words of software are shown. */
const LICENCE_WORDS = [
	'Active',
	'Inactive',
	'Suspended',
	'Cancelled',
	'Canceled',
	'Expired',
	'Expire',
	'PendingCancel',
	'Pending',
	'Deleted',
	'Disabled',
	'Enabled',
	'Warning',
	'LockedOut',
];

function licenceStatus(rows: unknown[]): Fact {
	const seen = rows.length === 0 ? null : knownWordsOf(rows, 'status', LICENCE_WORDS);
	return fact('halo', 'licenceStatus', 'Status words of licences', seen);
}

function noDate(rows: unknown[]): Fact {
	const unset = rows.flatMap((row) => {
		const date = isRow(row) ? row.end_date : undefined;
		return typeof date === 'string' && date < '2000' ? [date.slice(0, 10)] : [];
	});
	const known = unset.filter((day) => /^(0001|1900|1901)-01-01$/.test(day));
	const words = [...new Set(known)].join(' or ') || 'another day before 2000';
	return fact('halo', 'noDate', 'How "no date" is written', unset.length === 0 ? null : words);
}

function licenceChanges(probe: Probe): Fact {
	const what = 'The change history of a licence';
	const status = probe.statusOf('List Licence Changes');
	if (status === null) return fact('halo', 'licenceChanges', what, null);
	const rows = rowsOf(probe, 'List Licence Changes', 'changes');
	const fields = rows.length === 0 ? '' : `; fields: ${fieldNames(rows)}`;
	const setting =
		status === 200 ? null : 'Set Read Change History Of to 0 in the options of Licence Reconcile.';
	return fact(
		'halo',
		'licenceChanges',
		what,
		`status ${status}, ${rows.length} rows${fields}`,
		setting,
	);
}

function invoicePeriod(rows: unknown[]): Fact {
	const what = 'How a recurring invoice names its period and currency';
	if (rows.length === 0) return fact('halo', 'invoicePeriod', what, null);
	const fields = ['periodname', 'period', 'currency_code_name', 'currency_code', 'currency'];
	const parts = fields.map((name) => `${name}: ${kindsOf(rows, name)}`);
	const noWord = kindsOf(rows, 'periodname') === 'nothing' && kindsOf(rows, 'period') !== 'text';
	const noCurrency =
		kindsOf(rows, 'currency_code_name') === 'nothing' && kindsOf(rows, 'currency') !== 'text';
	const settings = [
		noWord ? 'Invoice Periods (months by code)' : null,
		noCurrency ? 'Default Invoice Currency' : null,
	].filter((setting) => setting !== null);
	const setting =
		settings.length === 0
			? null
			: `Set ${settings.join(' and ')} in the options of Licence Reconcile.`;
	return fact('halo', 'invoicePeriod', what, parts.join('; '), setting);
}

function invoiceLines(rows: unknown[]): Fact {
	const what = 'Fields of a line of a recurring invoice';
	const lines = rows.flatMap((row) => (isRow(row) && Array.isArray(row.lines) ? row.lines : []));
	return fact('halo', 'invoiceLines', what, lines.length === 0 ? null : fieldNames(lines));
}
