import type { IDataObject } from 'n8n-workflow';

import { MappingReview } from '../../../nodes/MappingReview/MappingReview.node';
import { client, customer, savedRow } from '../../core/matching/records';
import { runNode } from '../harness';
import { expectNoErrorKey, issueOf } from '../haloNode';

/** The saved mapping as lines of a file, under n8n's engine. */

const item = (record: object): IDataObject => record as IDataObject;
const list = { id: 'l', total: 1, complete: true, readAt: '2026-11-25T04:00:00.000Z' };
const row = savedRow('100482', 'manual', 12, {
	stellrName: '=1+1',
	haloClientName: 'Acorn',
	decidedBy: 'bob',
	decidedAt: '2026-01-02T03:04:05.000Z',
});

async function exportRows(rows: IDataObject[]) {
	const run = await runNode({
		nodeType: MappingReview,
		parameters: { resource: 'file', operation: 'exportRows' },
		inputs: [rows],
	});
	expectNoErrorKey(run);
	return run;
}

async function importRows(
	lines: IDataObject[],
	known: { both?: IDataObject[]; saved?: IDataObject[] },
	more = {},
) {
	const run = await runNode({
		nodeType: MappingReview,
		parameters: {
			resource: 'file',
			operation: 'importRows',
			decidedBy: 'anna@msp.example',
			...more,
		},
		inputs: [lines, known.both ?? null, known.saved ?? [{}]],
	});
	expectNoErrorKey(run);
	const [rows, rejected, , attention, summary] = run.outputs;
	return { run, rows, rejected, attention, summary: summary[0] };
}

describe('Export Rows', () => {
	it('gives flat lines in a fixed order, harmless for spreadsheets, without the table’s own columns', async () => {
		const { outputs } = await exportRows([item({ id: 3, createdAt: 'x', updatedAt: 'y', ...row })]);
		expect(Object.keys(outputs[0][0])).toEqual(Object.keys(row));
		expect(outputs[0][0]).toMatchObject({ stellrName: "'=1+1", haloClientId: 12, until: '' });
		expect(outputs[4][0]).toMatchObject({ exported: 1, unreadable: 0 });
	});

	it('exports a row that cannot be read as it stands, and says so', async () => {
		const { outputs } = await exportRows([item({ ...row, decision: 'perhaps' })]);
		expect(outputs[0][0].decision).toBe('perhaps');
		expect(issueOf(outputs[3][0]).message).toContain('"decision" holds "perhaps"');
	});

	it('says that an empty table has nothing to export', async () => {
		const { outputs } = await exportRows([{}]);
		expect(outputs[0]).toEqual([]);
		expect(outputs[4][0].text).toContain('nothing to export');
	});
});

describe('Import Rows', () => {
	const lines = async () => (await exportRows([item(row)])).outputs[0];

	it('writes what is new, nothing of what is saved, and checks nothing that did not come in', async () => {
		const fresh = await importRows(await lines(), {});
		expect(fresh.rows).toEqual([row]);
		expect(fresh.summary).toMatchObject({ counts: { written: 1 }, title: '1 row saved' });
		const again = await importRows(await lines(), { saved: [item({ id: 1, ...row })] });
		expect(again.rows).toEqual([]);
		expect(again.summary).toMatchObject({ counts: { written: 0, unchanged: 1 } });
	});

	it('checks lines against the customers and clients that came in together', async () => {
		const both = [
			item({ ...customer('100482', '=1+1'), list }),
			item({ ...client(13, 'Brook'), list: { ...list, id: 'm' } }),
		];
		const { rows, attention } = await importRows(await lines(), { both });
		expect(rows).toEqual([]);
		expect(attention).toHaveLength(1);
		expect(attention[0]).toMatchObject({ line: 2, column: 'haloClientId' });
		expect(issueOf(attention[0]).message).toBe(
			'Line 2: "haloClientId" holds 12, and Halo shows no such client.',
		);
	});

	it('does not call a client unknown when the list came in part', async () => {
		const both = [item({ ...client(13, 'Brook'), list: { ...list, total: 50 } })];
		const { attention } = await importRows(await lines(), { both });
		expect(issueOf(attention[0]).remedy).toContain('came in part');
	});

	it('imports the good lines of a doubtful file only when told to', async () => {
		const two = [...(await lines()), { account: 'us', customerNo: '7', decision: 'maybe' }];
		expect((await importRows(two, {})).rows).toEqual([]);
		const told = await importRows(two, {}, { importReadable: true });
		expect(told.rows).toHaveLength(1);
		expect(told.attention.map((entry) => entry.line)).toEqual([3]);
	});

	it('puts rejections to their own output', async () => {
		const [line] = (await exportRows([item(savedRow('1', 'rejected', 12))])).outputs[0];
		const { rows, rejected } = await importRows([line], {});
		expect([rows.length, rejected.length]).toEqual([0, 1]);
	});

	it('says what it found when the file is none of ours', async () => {
		const { attention, summary } = await importRows([{ 'a;b': '1;2' }], {});
		expect(issueOf(attention[0]).code).toBe('fileNotUnderstood');
		expect(summary.title).toBe('Nothing was written');
	});
});
