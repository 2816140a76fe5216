import type { IDataObject } from 'n8n-workflow';

import type { MatchedCustomer } from '../../../core/review/editLists';
import { MappingReview } from '../../../nodes/MappingReview/MappingReview.node';
import {
	answerOf,
	candidate,
	doubtful,
	proposed,
	ticked,
	type Field,
} from '../../core/review/reviewRecords';
import { customer } from '../../core/matching/records';
import { mappedTo } from '../../core/sync/records';
import { runNode, type NodeRun } from '../harness';

/** The page of open cases and its answer, through n8n's own engine. */

const itemsOf = (customers: MatchedCustomer[]): IDataObject[] =>
	customers.map(({ customer: record, match }) => ({ ...record, match }) as unknown as IDataObject);

async function review(
	operation: string,
	items: IDataObject[],
	parameters: IDataObject = {},
	more: Partial<NodeRun> = {},
) {
	const run = await runNode({
		nodeType: MappingReview,
		inputs: [items],
		parameters: { operation, ...parameters } as NodeRun['parameters'],
		...more,
	});
	const [rows, rejected, rowsToDelete, attention, summary] = run.outputs;
	return { ...run, rows, rejected, rowsToDelete, attention, summary: summary[0] };
}

const formOf = (summary: IDataObject): Field[] => JSON.parse(String(summary.form)) as Field[];

const firms = [proposed('1', 'Acorn', 11), proposed('2', 'Birch', 12)];
const cedar = doubtful('3', 'Cedar', {
	candidates: [candidate(13, 'Cedar Ltd'), candidate(14, 'Cedar Group')],
});
const all = itemsOf([...firms, cedar, { customer: customer('4', 'Dune'), match: mappedTo() }]);

describe('Build Form', () => {
	it('puts out the page, and how much waits', async () => {
		const { rows, attention, summary, items } = await review('buildForm', all);
		expect([rows, attention]).toEqual([[], []]);
		expect(summary.counts).toEqual({ cases: 3, shown: 3, proposals: 2, waiting: 0 });
		expect(summary.proposals).toEqual({ exactName: 2 });
		expect(formOf(summary).filter(({ fieldType }) => fieldType === 'radio')).toHaveLength(3);
		expect(items[4]).toHaveLength(1);
	});

	it('shows that nobody waits where Mapping Match gave nothing', async () => {
		const { summary, attention } = await review('buildForm', [{}]);
		expect(summary.counts).toMatchObject({ cases: 0 });
		expect(formOf(summary)).toHaveLength(1);
		expect(attention).toEqual([]);
	});

	it('reports an item that is no matched customer and goes on with the others', async () => {
		const { attention, summary } = await review('buildForm', [{ name: 'x' }, ...all]);
		expect(attention).toMatchObject([{ issue: { code: 'itemNotUnderstood' }, name: 'x' }]);
		expect(summary.counts).toMatchObject({ cases: 3 });
	});
});

describe('Record Decisions', () => {
	const user = { id: 'u1', email: 'anna@msp.example', firstName: 'Anna', lastName: 'B' };

	async function answered(
		picks: Parameters<typeof answerOf>[1],
		more: IDataObject = {},
		parameters: IDataObject = {},
	) {
		const { summary } = await review('buildForm', all);
		const fields = formOf(summary);
		const answer = answerOf(fields, picks, { user, ...ticked(fields, 'Accept 2'), ...more });
		return await review('recordDecisions', all, {
			answer: JSON.stringify(answer),
			...parameters,
		});
	}

	it('gives flat rows with the signed-in user, paired with their customers', async () => {
		const { rows, items, summary } = await answered({ Cedar: { option: 'Link to "Cedar Group"' } });
		expect(rows.map((row) => [row.customerNo, row.decision, row.haloClientId])).toEqual([
			['3', 'manual', 14],
			['1', 'auto', 11],
			['2', 'auto', 12],
		]);
		for (const row of rows) {
			expect(row.decidedBy).toBe('anna@msp.example');
			expect(Object.values(row).some((value) => typeof value === 'object' && value)).toBe(false);
		}
		expect(items[0].map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 2 },
			{ item: 0 },
			{ item: 1 },
		]);
		expect(summary).toMatchObject({ title: '3 decisions recorded', counts: { left: 0 } });
	});

	it('puts ruled-out clients on Rejected and the day to ask again on the row', async () => {
		const { rows, rejected } = await answered(
			{ Cedar: { option: 'None of these' } },
			{ accept: [] },
			{ askAgainAfter: 7, reason: 'Ask sales' },
		);
		expect(rejected.map(({ haloClientId }) => haloClientId)).toEqual([13, 14]);
		const [row] = rows;
		const days = (Date.parse(String(row.until)) - Date.now()) / 86_400_000;
		expect(days).toBeGreaterThan(4);
		expect(days).toBeLessThan(9);
		expect(row).toMatchObject({ decision: 'later', reason: 'Ask sales' });
	});

	it('takes Decided By before the signed-in user', async () => {
		const { rows } = await answered({}, {}, { decidedBy: 'Ben' });
		expect(rows[0].decidedBy).toBe('Ben');
	});

	it('puts a choice that came to nothing on Needs Attention, with its customer', async () => {
		const { rows, attention } = await answered(
			{ Cedar: { option: 'Create', name: 'cedar.com' } },
			{ accept: [] },
		);
		expect(rows).toEqual([]);
		expect(attention).toMatchObject([
			{ issue: { code: 'newClientNamedByDomain' }, account: 'us', customerNo: '3', name: 'Cedar' },
		]);
	});

	it.each([['nothing'], ['{}'], ['[1]']])('records nothing for the answer %s', async (answer) => {
		const { rows, rejected, summary } = await review('recordDecisions', all, { answer });
		expect([rows, rejected]).toEqual([[], []]);
		expect(summary.title).toBe('Nothing was recorded');
	});
});

describe('Record Matches', () => {
	it('records as proposals unless told otherwise', async () => {
		const { rows, summary } = await review('recordMatches', all);
		expect(rows.map(({ decision }) => decision)).toEqual(['proposed', 'proposed', 'proposed']);
		expect(summary.counts).toMatchObject({ recorded: 3, proposed: 3, open: 3 });
		const decided = await review('recordMatches', all, { recordAs: 'decided' });
		expect(decided.rows.map(({ customerNo, decision }) => [customerNo, decision])).toEqual([
			['1', 'proposed'],
			['2', 'proposed'],
			['4', 'auto'],
		]);
	});
});
