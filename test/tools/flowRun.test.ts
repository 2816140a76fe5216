import { stringify } from 'flatted';
import { FlowRun } from '../../tools/host/flowRun';

function finished(runData: Record<string, unknown[]>, error?: unknown): FlowRun {
	return new FlowRun(
		{
			id: '7',
			status: error === undefined ? 'success' : 'error',
			startedAt: '2026-11-20T04:00:00.000Z',
			stoppedAt: '2026-11-20T04:00:01.500Z',
			data: stringify({ resultData: { runData, error } }),
		},
		{ Plan: ['Changed', 'Summary'] },
	);
}

const put = (...outputs: Array<number[] | null>) => ({
	data: { main: outputs.map((items) => items?.map((n) => ({ json: { n } })) ?? null) },
});

describe('a run read back from n8n', () => {
	it('gives the items of an output by its place and by its name', () => {
		const run = finished({ Plan: [put([1, 2], [3])] });
		expect(run.items('Plan')).toEqual([{ n: 1 }, { n: 2 }]);
		expect(run.items('Plan', 'Summary')).toEqual([{ n: 3 }]);
		expect(run.counts('Plan')).toEqual([2, 1]);
		expect(run.milliseconds).toBe(1500);
	});

	it('puts the runs of a node that ran twice together, and tells that it did', () => {
		const run = finished({ Plan: [put([1], null), put([2], [3])] });
		expect(run.items('Plan')).toEqual([{ n: 1 }, { n: 2 }]);
		expect(run.timesRun('Plan')).toBe(2);
	});

	it('gives the files of each item, and none for an item without', () => {
		const report = { mimeType: 'text/html', data: 'filesystem-v2', id: 'filesystem-v2:1' };
		const main = [null, [{ json: {}, binary: { report } }, { json: {} }]];
		const run = finished({ Plan: [{ data: { main } }] });
		expect(run.files('Plan', 'Summary')).toEqual([{ report }, {}]);
		expect(run.files('Plan')).toEqual([]);
	});

	it('has nothing from a node that did not run', () => {
		expect(finished({}).items('Plan')).toEqual([]);
		expect(finished({}).timesRun('Plan')).toBe(0);
	});

	it('does not take a misspelt output for an empty one', () => {
		expect(() => finished({ Plan: [put([1])] }).items('Plan', 'Sumary')).toThrow(
			'no output "Sumary"',
		);
	});

	it('says why and where a run stopped', () => {
		const run = finished(
			{},
			{ message: 'The secret is wrong', description: 'Renew it', node: { name: 'Plan' } },
		);
		expect(run.stopReason).toEqual({
			message: 'The secret is wrong',
			description: 'Renew it',
			node: 'Plan',
		});
	});
});
