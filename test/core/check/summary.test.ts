import type { Check } from '../../../core/check/check';
import { forPerson, hintOf, summaryOf } from '../../../core/words/checkSummary';

function check(code: string, ok: boolean | null, over: Partial<Check> = {}): Check {
	return {
		side: 'stellr',
		account: 'us',
		code,
		check: `Check ${code}`,
		mandatory: true,
		ok,
		seen: `Seen ${code}.`,
		remedy: ok === false ? `Mend ${code}.` : null,
		requestId: null,
		...over,
	};
}

describe('the summary of all checks', () => {
	it('is "Test successful" when all mandatory ones pass, whatever else does not', () => {
		const checks = [check('a', true), check('b', false, { mandatory: false })];
		const summary = summaryOf(checks, []);
		expect(summary).toMatchObject({
			ok: true,
			verdict: 'Test successful',
			counts: { checks: 2, passed: 1, failed: 1, failedMandatory: 0, notTold: 0 },
		});
		expect(summary.text).toBe(
			'Test successful.\nFirst: Stellr, Check b (needed only where used): Seen b. Mend b.',
		);
		expect(hintOf(checks, summary)).toBe(
			'1 of 2 checks failed: Stellr, Check b. Begin with Check b: Mend b.',
		);
	});

	it('says first what the others hang on', () => {
		const optional = check('o', false, { mandatory: false });
		const checks = [optional, check('a', true), check('b', false), check('c', null)];
		const summary = summaryOf(checks, []);
		expect(summary).toMatchObject({ ok: false, first: { code: 'b', remedy: 'Mend b.' } });
		expect(summary.verdict).toBe('2 of 4 checks failed: Stellr, Check o; Stellr, Check b');
		expect(summary.text.split('\n')[1]).toBe('First: Stellr, Check b: Seen b. Mend b.');
	});

	it('names three, and counts the rest', () => {
		const checks = ['a', 'b', 'c', 'd', 'e'].map((code) => check(code, false));
		expect(summaryOf(checks, []).verdict).toMatch(/^5 of 5 .* Check c; and 2 more$/);
	});

	it('is no success while a mandatory one could not be told', () => {
		const checks = [check('a', true), check('b', null, { remedy: 'Look.' })];
		const summary = summaryOf(checks, []);
		expect(summary).toMatchObject({ ok: false, first: { code: 'b' } });
		expect(hintOf(checks, summary)).toBe(
			'Nothing failed, but not all could be told: Stellr, Check b.',
		);
	});

	it('says behind "Test successful" what only a look can tell, and where to look', () => {
		const module = check('nativeModule', null, { remedy: 'Look there.', mandatory: false });
		const waits = check('quantityCalculation', null, { mandatory: false });
		const clock = check('clock', null, { remedy: 'Nothing to do.', mandatory: false });
		const checks = [check('a', true), module, waits, clock];
		const summary = summaryOf(checks, ['halo']);
		expect(summary).toMatchObject({
			ok: true,
			verdict:
				"Test successful (HaloPSA was not checked). Not told: whether Halo's own StreamOne Stellr module still imports: look under Configuration > Integrations",
			counts: { checks: 4, passed: 1, failed: 0, failedMandatory: 0, notTold: 3 },
			first: null,
		});
		expect(summary.text.split('\n')[1]).toContain('Check nativeModule');
		expect(forPerson(checks)).toEqual([module]);
		expect(hintOf(checks, summary)).toBe(`${summary.verdict}.`);
	});

	it('gives what failed to a person before what is to be looked at', () => {
		const module = check('nativeModule', null, { remedy: 'Look there.' });
		const failed = check('z', false);
		expect(forPerson([module, failed])).toEqual([failed, module]);
	});

	it('has nothing to hint at when all is well', () => {
		const checks = [check('a', true)];
		expect(hintOf(checks, summaryOf(checks, []))).toBeNull();
	});
});
