import type { SavedLicence } from '../../../core/sync/licences/savedState';
import { parseLicenceKey } from '../../../core/sync/stellrKeys';
import { adoptionWorld } from '../../../simulators/world/scenarios/adoption';
import { noGuardrails } from '../../support/guardrails';
import { licenceStage, type NightStage } from '../../support/licenceNight';

/** A wave of renewals in which most lines get a new number. */

jest.setTimeout(120_000);
let stage: NightStage | undefined;
afterEach(async () => await stage?.stop());

describe.each([
	['without a table', false],
	['with a saved licence map', true],
])('%s', (_how, table) => {
	it('every row keeps its id and its place on the invoice, no row is added, and the next night is quiet', async () => {
		stage = await licenceStage(
			adoptionWorld(5, 25, { licence: { native: 0, hand: 0, microsoft: 0 }, line: { twice: 0 } }),
		);
		const saved = table ? new Map<string, SavedLicence>() : undefined;
		const options = { saved, policy: { guardrails: noGuardrails } };
		await stage.night(options);
		const { licences } = stage.halo.state;
		const ids = licences.map((row) => row.id);
		const [account] = stage.stellr.state.accounts;
		const renewed = account.subscriptions.filter((_, at) => at % 5 < 3);
		for (const line of renewed) {
			line.status = 'Expire';
			line.endDate = '2026-11-18';
			account.subscriptions.push({
				...line,
				subscriptionId: `${line.contractNo + 500_000}_${line.lineNo}`,
				contractNo: line.contractNo + 500_000,
				lineNo: line.lineNo,
				status: 'Activated',
				startDate: '2026-11-19',
				endDate: '2027-11-18',
			});
		}
		expect(renewed.length).toBeGreaterThan(40);

		const night = await stage.night(options);
		expect(night.applied.filter(({ outcome }) => outcome === 'notWritten')).toEqual([]);
		const now = stage.halo.state.licences;
		expect(now.map((row) => row.id)).toEqual(ids);
		expect(now.every((row) => row.is_active)).toBe(true);
		const keys = new Set(now.map((row) => parseLicenceKey(row.snowid)?.key));
		for (const line of renewed)
			expect(keys).toContain(`us/${line.contractNo + 500_000}_${line.lineNo}`);

		const quiet = await stage.night(options);
		expect(quiet.applied).toEqual([]);
		if (table) expect(quiet.rows).toEqual([]);
	});
});
