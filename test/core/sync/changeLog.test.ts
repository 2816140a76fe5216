import { changeLogRows, type LoggableChange } from '../../../core/sync/changeLog';
import { planItem } from '../../../core/sync/planItem';

/** Rows of the change log: written items only, flat, with what Revert needs. */

const change = (fields: Partial<LoggableChange> = {}): LoggableChange => ({
	plan: planItem({
		action: 'create',
		target: 'client',
		key: 'us/100482',
		haloId: null,
		before: null,
		after: { name: 'Acorn "Construction"' },
		reasons: [],
	}),
	outcome: 'written',
	haloId: 65,
	requestId: 'r-1',
	haloClientId: 65,
	customer: 'Acorn Construction',
	what: 'new client',
	...fields,
});
const RUN = { id: '17', at: '2026-11-23T04:07:00.000Z' };

describe('the change log', () => {
	it('has one flat row for each written item, in the order of the items', () => {
		const [row, second] = changeLogRows([change(), change({ haloId: 66 })], RUN);
		expect(row).toEqual({
			run: '17',
			at: RUN.at,
			by: 'n8n-nodes-stellr-halo',
			target: 'client',
			key: 'us/100482',
			haloId: 65,
			haloClientId: 65,
			action: 'create',
			customer: 'Acorn Construction',
			what: 'new client',
			before: '',
			after: '{"name":"Acorn \\"Construction\\""}',
			requestId: 'r-1',
			outcome: 'written',
			hash: change().plan.hash,
			proRata: null,
		});
		expect(second.haloId).toBe(66);
		expect(Object.values(row).every((value) => typeof value !== 'object' || value === null)).toBe(
			true,
		);
	});

	it('leaves out what was so already and what was not written', () => {
		const changes = [change({ outcome: 'alreadySo' }), change({ outcome: 'notWritten' })];
		expect(changeLogRows(changes, RUN)).toEqual([]);
	});
});
