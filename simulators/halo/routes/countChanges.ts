/** What a changed count leaves behind: a change row, and entries on pro-rata lines (modelled, not Halo's fact). */
import { type Simulation, nextId, nowText } from '../simulation';
import type { HaloLicenceRow, HaloState } from '../state';
import { linksOf } from './lineQuantity';

/** Who the change history names for what came through the API. */
export const API_AGENT = 'API agent';

/** To be called after the row has its new count. */
export function recordCountChange(
	simulation: Simulation,
	licence: HaloLicenceRow,
	before: number,
	who: string = API_AGENT,
): void {
	if (licence.count === before) return;
	const { state, switches } = simulation;
	if (switches.licenceChanges) {
		addCountChange(state, licence, before, { who, date: nowText(simulation) });
	}
	if (!switches.proRata || switches.quantityCalculation === 'off') return;
	const lines = state.recurringInvoices.flatMap((invoice) => invoice.lines);
	for (const link of lines.flatMap(linksOf)) {
		if (link.licence_id !== licence.id || !link.pro_rata) continue;
		addProRata(simulation, link.invoice_line_id, licence.id, licence.count - before);
	}
}

/** A row of the change history, after the licence has its new count. */
export function addCountChange(
	state: HaloState,
	licence: Pick<HaloLicenceRow, 'id' | 'count'>,
	before: number,
	by: { who: string; date: string },
): void {
	state.licenceChanges.push({
		id: nextId(state.licenceChanges),
		licence_id: licence.id,
		field: 'count',
		old_value: String(before),
		new_value: String(licence.count),
		...by,
	});
}

function addProRata(
	simulation: Simulation,
	lineId: number,
	licenceId: number,
	difference: number,
): void {
	const { state, switches } = simulation;
	const date = nowText(simulation);
	const opposite = state.proRataEntries.find(
		(entry) =>
			entry.invoice_line_id === lineId &&
			entry.licence_id === licenceId &&
			entry.difference === -difference &&
			entry.date.slice(0, 10) === date.slice(0, 10),
	);
	if (switches.sameDayReversal === 'nets' && opposite) {
		state.proRataEntries = state.proRataEntries.filter((entry) => entry !== opposite);
		return;
	}
	if (difference < 0 && switches.negativeProRata === 'left-out') return;
	state.proRataEntries.push({
		id: nextId(state.proRataEntries),
		invoice_line_id: lineId,
		licence_id: licenceId,
		difference,
		date,
	});
}
