import ts from 'typescript';

import { applyIssues } from '../../core/words/applyIssues';
import { clientReasons } from '../../core/words/clientReasons';
import { guardReasons } from '../../core/words/guardReasons';
import { licenceReasons } from '../../core/words/licenceReasons';
import { editRefusals } from '../../core/words/mappingEdit';
import { importWords } from '../../core/words/mappingImport';
import { reviewIssues } from '../../core/words/mappingReview';
import { verdictWords } from '../../core/words/reconcileWords';
import { revertIssues } from '../../core/words/revert';
import { pageText, plain, readEntries } from './troubleshooting/page';
import { allScenes } from './troubleshooting/scenes';
import {
	COUNTED_ONLY,
	NOT_ON_THE_PAGE,
	OF_PAGES,
	SENTENCE_PLACES,
} from './troubleshooting/sentencePlaces';
import { codesIn, parsedSource, sourceFiles, textsOf } from './troubleshooting/sources';
import type { SourceText } from './troubleshooting/sources';

/** The troubleshooting page and the product, one against the other: nothing is missing on either side. */

const text = pageText();
const entries = readEntries(text);
const anchors = entries.map(({ anchor }) => anchor);
const pageLines = plain(text).split('\n');
const product = ['core', 'nodes', 'credentials'].flatMap(sourceFiles);

describe('the troubleshooting page', () => {
	it('has a sentence, a cause and a remedy in each of its entries, and each anchor once', () => {
		expect(entries.length).toBeGreaterThan(400);
		expect(anchors.filter((anchor, at) => anchors.indexOf(anchor) !== at)).toEqual([]);
		const poor = entries.filter(
			({ sentence, cause, remedy }) => sentence === '' || cause.length < 10 || remedy.length < 10,
		);
		expect(poor).toEqual([]);
	});

	it('has an entry for each thing that its tests break, and none that nothing brings about', () => {
		const proved = new Set(allScenes.flatMap(({ proves }) => proves));
		expect([...proved].filter((anchor) => !anchors.includes(anchor))).toEqual([]);
		expect(anchors.filter((anchor) => !proved.has(anchor))).toEqual([]);
	});

	it('has hardly a sentence that nothing broken brings about, and each with the reason', () => {
		const bare = allScenes.filter(({ bare: why }) => why !== undefined);
		expect(bare.every(({ bare: why = '' }) => why.length > 10)).toBe(true);
		expect(bare.flatMap(({ proves }) => proves).sort()).toEqual([
			'check-clockNotTold',
			'check-scopeUnknown',
			'halo-cancelled',
			'match-createNoName',
			'match-mappedNoClient',
			'reseller-notChecked',
			'waiting-asked',
			'waiting-during',
		]);
	});

	it.each([
		['licence', licenceReasons],
		['client', clientReasons],
		['guard', guardReasons],
		['apply', applyIssues],
		['revert', revertIssues],
		['edit', editRefusals],
		['import', importWords],
		['review', reviewIssues],
		['verdict', verdictWords],
	])('has every sentence of %s under its name', (area, words) => {
		const wanted = Object.keys(words).map((name) => `${area}-${name}`);
		expect(wanted.filter((anchor) => !anchors.includes(anchor))).toEqual([]);
	});

	it('has every code that the product can put out, and no other', () => {
		const codes = new Set(product.flatMap((file) => [...codesIn(parsedSource(file))]));
		const shown = new Set(entries.flatMap(({ code }) => code ?? []));
		expect([...shown].filter((code) => !codes.has(code))).toEqual([]);
		expect([...codes].filter((code) => !shown.has(code)).sort()).toEqual([...COUNTED_ONLY]);
	});

	it('has every sentence that the sources hold, and every part of one', () => {
		const missing = product
			.flatMap((file) => textsOf(file, 4))
			.filter((source) => isSentence(source) && !isOnPage(source.parts))
			.map(({ file, line, within, parts }) => `${file} ${line} ${within}: ${parts.join('…')}`);
		const known = Object.keys(NOT_ON_THE_PAGE);
		expect(missing.filter((one) => !known.some((part) => one.includes(part)))).toEqual([]);
		expect(known.filter((part) => !missing.some((one) => one.includes(part)))).toEqual([]);
	});

	it('would notice a sentence that is not on it', () => {
		expect(isOnPage(['Stellr has ', ' seats, the Halo licence ', '.'])).toBe(true);
		expect(isOnPage(['Stellr has ', ' seats, the Halo licence has ', '.'])).toBe(false);
	});
});

describe('sentences for users', () => {
	it('are worded in core/words, and in a few known places beside it', () => {
		const places = product.filter((file) => !file.startsWith('core/words/'));
		expect(places.filter((file) => wordsSentences(parsedSource(file))).sort()).toEqual(
			[...SENTENCE_PLACES].sort(),
		);
	});
});

const SAYING = ['message', 'remedy', 'seen'];
const OF_FORMS = [
	'description',
	'displayName',
	'placeholder',
	'hint',
	'action',
	'subtitle',
	'name',
];

/** What forms, pages of forms and reports show when all is well is no symptom of anything. */
function isSentence({ file, within, property, parts }: SourceText): boolean {
	if (OF_FORMS.includes(property) || file.includes('/report/') || file.includes('/discover/')) {
		return false;
	}
	const pages = OF_PAGES[file];
	if (pages !== undefined && (pages === 'all' || pages.includes(within))) return false;
	if (file.startsWith('core/words/') || SAYING.includes(property)) return true;
	return file.startsWith('core/') && /\.$/.test(parts.join('…').trim());
}

/** Whether one line of the page has all the fixed parts, in their order. */
function isOnPage(parts: readonly string[]): boolean {
	const fixed = parts.map((part) =>
		plain(part)
			.trim()
			.replace(/[;:,]$/, ''),
	);
	return pageLines.some((line) => {
		let from = 0;
		return fixed.every((part) => {
			const at = line.indexOf(part, from);
			from = at + part.length;
			return at >= 0;
		});
	});
}

/** Whether a file gives a text of its own to `message`, or to an error of n8n. */
function wordsSentences(source: ts.SourceFile): boolean {
	let found = false;
	const isText = (node: ts.Node | undefined) =>
		node !== undefined &&
		(ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) &&
		node.getText().includes(' ');
	const visit = (node: ts.Node): void => {
		const isAssigned = ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node);
		if (isAssigned && node.name.getText() === 'message') found ||= isText(node.initializer);
		if (ts.isNewExpression(node) && node.expression.getText().endsWith('OperationError')) {
			found ||= isText(node.arguments?.[1]);
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}
