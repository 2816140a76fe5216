/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, runs outside n8n */
import path from 'node:path';
import { readOptions } from '../../tools/bench/options';

/** What `npm run bench --` takes. */

const NAMES = ['one-bench', 'another-bench'];

describe('the options of the benches', () => {
	it('run everything in full when nothing is said', () => {
		expect(readOptions([], NAMES)).toEqual({ quick: false, json: null, only: null });
	});

	it('go together: quick, one bench, and all figures in a file', () => {
		expect(
			readOptions(['--quick', '--only', 'another-bench', '--json', 'figures.json'], NAMES),
		).toEqual({ quick: true, json: path.resolve('figures.json'), only: 'another-bench' });
	});
});
