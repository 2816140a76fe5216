import * as fc from 'fast-check';
import { driftCsv } from '../../../../core/reconcile/report/driftCsv';
import { driftReport } from '../../../../core/reconcile/report/driftReport';
import { cases } from '../../../property/cases';
import { csvRecords } from './csvRecords';
import { nastyResult, nastyText } from './hostile';
import { reportFacts } from './lines';
import { pageStrangers } from './pages';

/** Whatever names say, a report stays a report: no element, no attribute and no formula of theirs. */

describe('whatever the data says', () => {
	it('the page has only its own elements and attributes', () => {
		fc.assert(
			fc.property(nastyResult, nastyText, (result, text) => {
				const facts = reportFacts({
					title: text,
					nativeModule: text,
					locale: text,
					timeZone: text,
					asOf: text,
				});
				expect(pageStrangers(driftReport(result, facts))).toEqual([]);
			}),
			cases(150),
		);
	});

	it('no address of the page leads anywhere but into the page', () => {
		fc.assert(
			fc.property(nastyResult, (result) => {
				const page = driftReport(result, reportFacts());
				const links = [...page.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, link]) => link);
				expect(links.filter((link) => !link.startsWith('#'))).toEqual([]);
				for (const link of links) expect(page).toContain(`id="${link.slice(1)}"`);
			}),
			cases(60),
		);
	});

	it.each([',', ';', '|', '\t'])(
		'no cell starts a formula where columns are parted by "%s"',
		(separator) => {
			fc.assert(
				fc.property(nastyResult, (result) => {
					const text = driftCsv(result, { allLines: true }).replace(/^\uFEFF/, '');
					const cells = csvRecords(text, separator).flat();
					const formulas = cells.filter(
						(cell) =>
							/^["\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]/u.test(cell) && !/^-\d+(\.\d+)?(,|$)/.test(cell),
					);
					expect(formulas).toEqual([]);
				}),
				cases(100),
			);
		},
	);

	it('each line is one row of the file with all its cells', () => {
		fc.assert(
			fc.property(nastyResult, (result) => {
				const text = driftCsv(result, { allLines: true });
				const records = csvRecords(text.replace(/^\uFEFF/, ''));
				expect(records).toHaveLength(result.lines.length + 1);
				expect(new Set(records.map(({ length }) => length)).size).toBe(1);
				expect(text.split('\r\n')).toHaveLength(result.lines.length + 2);
			}),
			cases(60),
		);
	});
});
