import { FairQueue } from '../../../core/http/fairQueue';

function drained(queue: FairQueue<string>): string[] {
	const taken: string[] = [];
	for (let next = queue.take(); next !== undefined; next = queue.take()) taken.push(next);
	return taken;
}

describe('the fair queue', () => {
	it('takes one of each flow in turn, the first come first', () => {
		const queue = new FairQueue<string>();
		for (const entry of ['a1', 'a2', 'a3', 'b1', 'c1', 'b2']) queue.push(entry[0], entry);
		expect(drained(queue)).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
		expect(queue.isEmpty).toBe(true);
	});

	it('puts a flow that comes back behind those who wait', () => {
		const queue = new FairQueue<string>();
		queue.push('a', 'a1');
		queue.push('b', 'b1');
		queue.take();
		queue.push('a', 'a2');
		expect(drained(queue)).toEqual(['b1', 'a2']);
	});

	it('forgets who gave up, and a flow that gave up wholly', () => {
		const queue = new FairQueue<string>();
		for (const entry of ['a1', 'b1', 'b2']) queue.push(entry[0], entry);
		queue.remove('b', 'b1');
		queue.remove('a', 'a1');
		queue.remove('c', 'c1');
		expect([...queue]).toEqual(['b2']);
		expect(drained(queue)).toEqual(['b2']);
	});
});
