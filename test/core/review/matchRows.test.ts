import { matchRows } from '../../../core/review/matchRows';
import { openCases } from '../../../core/review/openCases';
import { summariseMatches } from '../../../core/review/reviewSummary';
import { customer } from '../matching/records';
import { aMatch, mappedTo } from '../sync/records';
import { doubtful, proposed, TODAY } from './reviewRecords';

/** What a matching found goes into the saved mapping, never as more than it was. */

const AT = '2026-11-23T15:00:00.000Z';
const mapped = (no: string, fields: Parameters<typeof mappedTo>[1] = {}) => ({
	customer: customer(no, 'Acorn'),
	match: mappedTo({}, fields),
});

describe('rows for what was matched', () => {
	it('are proposals for all that was found, or decisions for what was decided', () => {
		const customers = [mapped('1'), proposed('2', 'Birch', 22)];
		const decisions = (decision: 'auto' | 'proposed') =>
			matchRows(customers, { decision, at: AT }).map((row) => [row.haloClientId, row.decision]);
		expect(decisions('proposed')).toEqual([
			[12, 'proposed'],
			[22, 'proposed'],
		]);
		expect(decisions('auto')).toEqual([
			[12, 'auto'],
			[22, 'proposed'],
		]);
	});

	it('say how the client was found, and name no person', () => {
		const [row] = matchRows([mapped('1', { level: 'nativeMapping', reasons: ['a', 'b'] })], {
			decision: 'auto',
			at: AT,
		});
		expect(row).toEqual({
			account: 'us',
			customerNo: '1',
			stellrName: 'Acorn',
			haloClientId: 12,
			haloClientName: 'Acorn Construction',
			decision: 'auto',
			level: 'nativeMapping',
			origin: 'mapped',
			decidedBy: 'n8n-nodes-stellr-halo',
			decidedAt: AT,
			reason: 'a; b',
			until: null,
		});
	});

	it('leave alone what is saved, in doubt, without a client or left out', () => {
		const customers = [
			mapped('1', { level: 'saved', savedDecision: 'auto' }),
			mapped('2', { level: 'storedKey', savedDecision: 'manual' }),
			doubtful('3', 'Cedar'),
			{ customer: customer('4', 'Dune'), match: aMatch() },
			{ customer: customer('5', 'Elm'), match: aMatch({ status: 'ignored' }) },
		];
		expect(matchRows(customers, { decision: 'auto', at: AT })).toEqual([]);
	});

	it('come once for a customer that came in twice', () => {
		const twice = proposed('2', 'Birch', 22);
		expect(matchRows([twice, twice], { decision: 'proposed', at: AT })).toHaveLength(1);
	});

	it('are counted by their evidence, with where to go next', () => {
		const customers = [
			mapped('1', { level: 'storedKey' }),
			proposed('2', 'Birch', 22),
			proposed('3', 'Fir', 23),
			mapped('4', { level: 'saved', savedDecision: 'auto' }),
			doubtful('5', 'Cedar'),
			{ customer: customer('6', 'Dune'), match: aMatch() },
		];
		const rows = matchRows(customers, { decision: 'auto', at: AT });
		const { text, counts, levels } = summariseMatches(
			customers,
			rows,
			openCases(customers, { today: TODAY, withUnmapped: false }),
		);
		expect(levels).toEqual({ storedKey: 1, exactName: 2 });
		expect(counts).toEqual({
			recorded: 3,
			proposed: 2,
			decided: 1,
			known: 1,
			open: 3,
			waiting: 0,
			withoutClient: 1,
		});
		expect(text).toBe(
			[
				'3 customers have a client that the saved mapping did not hold: 2 proposed, 1 recorded as decided.',
				'- 1 by the Stellr key stored in Halo',
				'- 2 by the same name',
				'1 customer is in the saved mapping already.',
				'3 customers wait for a person: open the page of the flow "Review mapping".',
				'1 customer matched no Halo client in this run.',
				'Unclear:',
				'- Cedar (us/5): No client was found for certain, but there are near ones.',
			].join('\n'),
		);
	});
});
