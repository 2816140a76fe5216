/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const PROJECT = path.resolve(__dirname, '../..');
const PAGE = readFileSync(path.join(PROJECT, 'docs/guarantees.md'), 'utf8');
const ROWS = PAGE.split('\n').filter((line) => /^\| (?!Fault|Case|---)/.test(line));

/** Whether the file has a test (or a group of tests) of exactly this name. */
function hasTest(file: string, name: string): boolean {
	const place = path.join(PROJECT, file);
	if (!existsSync(place)) return false;
	const source = readFileSync(place, 'utf8');
	return ["'", '"', '`'].some((quote) => source.includes(`${quote}${name}${quote}`));
}

function testsNamedIn(row: string): Array<[string, string]> {
	return [...row.matchAll(/`(test\/[^`]+)` · [*_](.+?)[*_](?=\s+[·|])/g)].map(([, file, name]) => [
		file,
		name,
	]);
}

describe('the page of guarantees', () => {
	it('has rows to check', () => {
		expect(ROWS.length).toBeGreaterThan(25);
	});

	it.each(ROWS)('names a test that exists: %s', (row) => {
		const tests = testsNamedIn(row);
		expect(tests.length).toBeGreaterThan(0);
		expect(tests).toHaveLength([...row.matchAll(/`test\//g)].length);
		expect(tests.filter(([file, name]) => !hasTest(file, name))).toEqual([]);
	});

	it('would notice a test that was renamed', () => {
		expect(hasTest('test/package/guarantees.test.ts', 'has rows to check')).toBe(true);
		expect(hasTest('test/package/guarantees.test.ts', ['no', 'such', 'test'].join(' '))).toBe(
			false,
		);
		expect(hasTest('test/nowhere.test.ts', 'has rows to check')).toBe(false);
	});
});
