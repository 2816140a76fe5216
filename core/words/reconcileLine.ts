import { majorOf } from '../reconcile/amounts';
import type { ReconciledLine } from '../reconcile/result';
import type { Verdict } from '../reconcile/verdicts';
import { moneyText } from '../sync/money';

type Told = Omit<ReconciledLine, 'text'>;

/** "Acorn Construction, Business Premium: Stellr 8 seats, Halo 42, invoiced 42. …" */
export function lineText(line: Told): string {
	const who = line.haloClientName ?? line.customer.name ?? line.customer.customerNo;
	const said = [verdictText(line), moneyWords(line), byHandText(line)].filter(
		(text) => text !== '',
	);
	return `${who}, ${line.product}: ${numbersText(line)}. ${said.join(' ')}`.trim();
}

function numbersText({ quantities, subscription }: Told): string {
	const { stellr, halo, invoiced } = quantities;
	return [
		subscription === null ? 'not at Stellr' : `Stellr ${stellr} ${stellr === 1 ? 'seat' : 'seats'}`,
		halo === null ? 'no Halo licence' : `Halo ${halo}`,
		invoicedText(invoiced),
	].join(', ');
}

function invoicedText(invoiced: number | null): string {
	if (invoiced === null) return 'invoiced quantity not known';
	return invoiced === 0 ? 'not invoiced' : `invoiced ${invoiced}`;
}

const TEXT: Readonly<Record<Verdict, (line: Told) => string>> = {
	duplicateKey: ({ licence, otherLicences }) =>
		`Several Halo licences carry its key: ${[licence, ...otherLicences].map((row) => row?.id).join(', ')}.`,
	atAnotherClient: ({ licence }) => `Its licence (${licence?.id}) is at another Halo client.`,
	clientInactive: () => 'Stellr charges, but the Halo client is inactive.',
	cancelledButInvoiced: ({ subscription }) =>
		`It ended on ${subscription?.endDate}, and is invoiced all the same.`,
	customerWithoutClient: () => 'Its customer has no Halo client.',
	subscriptionWithoutLicence: () => 'No Halo licence belongs to it.',
	licenceUnclear: ({ otherLicences }) =>
		otherLicences.length === 0
			? 'Several Halo licences may belong to it.'
			: `It may be the licence "${otherLicences[0].name}" (${otherLicences[0].id}), which nobody has confirmed.`,
	licenceWithoutSubscription: () => 'Stellr does not list its subscription any more.',
	editedByHand: ({ lastCount, changedBy, since }) => {
		const by = changedBy?.name ? ` by ${changedBy.name}` : '';
		const on = since?.by === 'changeHistory' ? ` on ${since.day}` : '';
		const written = lastCount === null ? '' : ` (last written: ${lastCount})`;
		return `The count was changed in Halo${by}${on}${written}.`;
	},
	haloBehind: ({ lastCount }) => `Stellr moved since ${lastCount} was written.`,
	differsOriginUnknown: ({ changedBy }) => {
		const by = changedBy?.name ? ` (Halo's was last changed by ${changedBy.name})` : '';
		return `Nothing tells which of the two counts moved${by}.`;
	},
	invoicedTwice: ({ invoiceLines }) =>
		`It is on ${invoiceLines.filter(({ active }) => active).length} active recurring lines.`,
	lineInactive: () => 'Every recurring line it is on is inactive or outside its dates.',
	neverInvoiced: () => 'It is on no recurring invoice.',
	invoiceBehind: ({ expected }) =>
		`The recurring line bills another quantity than the licence${expected === null ? '' : ` (it should bill ${expected})`}.`,
	typedQuantity: () => 'The quantity on the recurring line was typed.',
	currencyMismatch: ({ money }) =>
		`Stellr charges in ${money.cost?.currency}, the invoice bills in ${money.revenue?.currency}.`,
	cannotBeCosted: () => '',
	inSync: () => 'In sync.',
};

/** What was found, without the numbers and the money; empty where these say it all. */
export function verdictText(line: Told): string {
	return TEXT[line.verdict](line);
}

function moneyWords({ money, verdict }: Told): string {
	const { difference, cost, uncosted } = money;
	if (verdict === 'clientInactive' && cost !== null) {
		return `It costs ${moneyText(majorOf(cost), cost.currency)} a month.`;
	}
	if (difference !== null && difference.minor !== 0) {
		const sum = moneyText(Math.abs(majorOf(difference)), difference.currency);
		return difference.minor > 0
			? `About ${sum} a month is not billed.`
			: `About ${sum} a month is billed too much.`;
	}
	return uncosted.length > 0 && verdict !== 'inSync' ? `Cannot be costed: ${uncosted[0]}` : '';
}

function byHandText({ byHand }: Told): string {
	if (byHand === null) return '';
	const sum =
		byHand.amount === null
			? 'an amount that is not known'
			: moneyText(majorOf(byHand.amount), byHand.amount.currency);
	const seats = byHand.seats === 1 ? '1 seat' : `${byHand.seats} seats`;
	return `To invoice by hand: ${seats} from ${byHand.from} to ${byHand.to}, ${sum}.`;
}
