import { verdictWords } from '../../words/reconcileWords';
import type { InvoicedLine, ReconciledLine } from '../result';
import { needsPerson } from '../verdicts';
import { decimalOf, type CsvValue } from './csvText';

/** A column of the file: its name, and what a line has in it. */
export type DriftColumn = readonly [name: string, valueOf: (line: ReconciledLine) => CsvValue];

const yesNo = (value: boolean) => (value ? 'yes' : 'no');
const listed = (values: ReadonlyArray<string | number>) => values.join(' ');
const active = ({ invoiceLines }: ReconciledLine) => invoiceLines.filter((line) => line.active);
const ofInvoices = (of: (line: InvoicedLine) => string | number) => (line: ReconciledLine) =>
	listed(line.invoiceLines.map(of));

const who: DriftColumn[] = [
	['key', ({ key }) => key],
	['account', ({ customer }) => customer.account],
	['customerNo', ({ customer }) => customer.customerNo],
	['customer', ({ customer }) => customer.name],
	['haloClientId', ({ haloClientId }) => haloClientId],
	['haloClient', ({ haloClientName }) => haloClientName],
	['product', ({ product }) => product],
];

const found: DriftColumn[] = [
	['verdict', ({ verdict }) => verdictWords[verdict].title],
	['verdictCode', ({ verdict }) => verdict],
	['alsoCodes', ({ findings }) => listed(findings)],
	['needsPerson', ({ verdict, age }) => yesNo(needsPerson.has(verdict) && age !== 'timing')],
	['stellr', ({ quantities }) => quantities.stellr],
	['halo', ({ quantities }) => quantities.halo],
	['invoiced', ({ quantities }) => quantities.invoiced],
	['expected', ({ expected }) => expected],
	['lastCount', ({ lastCount }) => lastCount],
	['age', ({ age }) => age],
	['since', ({ since }) => since?.day ?? null],
	['sinceBy', ({ since }) => since?.by ?? null],
	['changedBy', ({ changedBy }) => changedBy?.who ?? null],
	['changedByName', ({ changedBy }) => changedBy?.name ?? null],
];

const money: DriftColumn[] = [
	['costMonth', (line) => decimalOf(line.money.cost)],
	['costCurrency', (line) => line.money.cost?.currency ?? null],
	['revenueMonth', (line) => decimalOf(line.money.revenue)],
	['revenueCurrency', (line) => line.money.revenue?.currency ?? null],
	['marginMonth', (line) => decimalOf(line.money.margin)],
	['marginCurrency', (line) => line.money.margin?.currency ?? null],
	['differenceMonth', (line) => decimalOf(line.money.difference)],
	['differenceCurrency', (line) => line.money.difference?.currency ?? null],
	['differenceBy', (line) => line.money.differenceBy],
	['notCosted', (line) => line.money.uncosted.join(' ')],
	['byHandSeats', ({ byHand }) => byHand?.seats ?? null],
	['byHandAmount', ({ byHand }) => decimalOf(byHand?.amount ?? null)],
	['byHandCurrency', ({ byHand }) => byHand?.amount?.currency ?? null],
	['byHandFrom', ({ byHand }) => byHand?.from ?? null],
	['byHandFromBy', ({ byHand }) => byHand?.fromBy ?? null],
	['byHandTo', ({ byHand }) => byHand?.to ?? null],
	['byHandDaysLeft', ({ byHand }) => byHand?.daysLeft ?? null],
	['byHandDaysInPeriod', ({ byHand }) => byHand?.daysInPeriod ?? null],
];

const subscription: DriftColumn[] = [
	['subscriptionId', (line) => line.subscription?.subscriptionId ?? null],
	['vendorSubscriptionId', (line) => line.subscription?.vendorSubscriptionId ?? null],
	['vendor', (line) => line.subscription?.vendor ?? null],
	['skuNo', (line) => line.subscription?.skuNo ?? null],
	['status', (line) => line.subscription?.status ?? null],
	['billingFrequency', (line) => line.subscription?.billingFrequency ?? null],
	['term', (line) => line.subscription?.term ?? null],
	['startDate', (line) => line.subscription?.startDate ?? null],
	['endDate', (line) => line.subscription?.endDate ?? null],
	['unitCost', (line) => line.subscription?.unitCost ?? null],
	['suggestedPrice', (line) => line.subscription?.suggestedPrice ?? null],
	['stellrCurrency', (line) => line.subscription?.currency ?? null],
];

const halo: DriftColumn[] = [
	['licenceId', ({ licence }) => licence?.id ?? null],
	['licence', ({ licence }) => licence?.name ?? null],
	['licenceActive', ({ licence }) => (licence === null ? null : yesNo(licence.active))],
	['licenceFoundBy', ({ licence }) => licence?.by ?? null],
	['otherLicenceIds', ({ otherLicences }) => listed(otherLicences.map(({ id }) => id))],
	['invoiceNumbers', ofInvoices(({ invoiceNumber }) => invoiceNumber)],
	['invoiceIds', ofInvoices(({ invoiceId }) => invoiceId)],
	['invoiceLineIds', ofInvoices(({ lineId }) => lineId)],
	['activeInvoiceLineIds', (line) => listed(active(line).map(({ lineId }) => lineId))],
	['invoiceQuantities', ofInvoices(({ quantity }) => quantity)],
	['invoiceFree', ofInvoices(({ free }) => free)],
	['invoiceMinimums', ofInvoices(({ minimum }) => minimum)],
	['invoicePrices', ofInvoices(({ price }) => price ?? '?')],
	['invoiceDiscountPercents', ofInvoices(({ discountPercent }) => discountPercent)],
	['invoicePeriods', (line) => line.invoiceLines.map(({ period }) => period ?? '?').join(' / ')],
	['invoiceCurrencies', ofInvoices(({ currency }) => currency ?? '?')],
	['invoiceFoundBy', ofInvoices(({ by }) => by)],
];

/** The columns of the file, always in this order. Several values of one line stand in one cell. */
export const driftColumns: readonly DriftColumn[] = [
	...who,
	...found,
	...money,
	...subscription,
	...halo,
	['stellrRequest', ({ readBy }) => readBy.stellr],
	['licenceRequest', ({ readBy }) => readBy.licence],
	['invoiceRequest', ({ readBy }) => readBy.invoice],
	['text', ({ text }) => text],
];
