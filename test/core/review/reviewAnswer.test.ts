import { decisionRows } from '../../../core/review/decisionRows';
import { openCases } from '../../../core/review/openCases';
import { summariseRecorded } from '../../../core/review/reviewSummary';
import { mappedTo } from '../sync/records';
import {
	ASKING,
	answerOf,
	candidate,
	doubtful,
	fieldsFor,
	fieldsOf,
	proposed,
	read,
	ticked,
	TODAY,
} from './reviewRecords';

/** What a person chose on the page becomes rows of the saved mapping, or is reported. */

const made = {
	by: 'anna@msp.example',
	at: '2026-11-23T15:00:00.000Z',
	reason: null,
	askAgainOn: '2026-12-23',
};

const two = [candidate(12, 'Acorn Construction'), candidate(13, 'Acorn Holdings')];
const acorn = doubtful('1', 'Acorn', { candidates: two });
const birch = doubtful('2', 'birch.com', { candidates: two });

function record(
	customers: Parameters<typeof fieldsOf>[0],
	picks: Parameters<typeof answerOf>[1],
	options: { now?: Parameters<typeof fieldsOf>[0]; groups?: string[]; more?: object } = {},
) {
	const fields = fieldsOf(customers);
	const answer = answerOf(fields, picks, {
		...ticked(fields, ...(options.groups ?? [])),
		...options.more,
	});
	const now = options.now ?? customers;
	const { decisions, unrecorded, reason } = read(answer, now);
	const rows = decisionRows(decisions, { ...made, reason });
	const summary = summariseRecorded(
		decisions,
		unrecorded,
		openCases(now, ASKING),
		rows.rejected.length,
		made.by,
	);
	return { ...rows, codes: unrecorded.map(({ issue }) => issue.code), summary };
}

describe('a choice for one customer', () => {
	it('links it to the client that was chosen, by hand, with who and when and why', () => {
		const { rows, rejected, codes } = record([acorn], { Acorn: { option: 'Link to "Acorn Hold' } });
		expect(rows).toEqual([
			{
				account: 'us',
				customerNo: '1',
				stellrName: 'Acorn',
				haloClientId: 13,
				haloClientName: 'Acorn Holdings',
				decision: 'manual',
				level: 'suggestion',
				origin: 'mapped',
				decidedBy: 'anna@msp.example',
				decidedAt: made.at,
				reason: '2 of 3 words',
				until: null,
			},
		]);
		expect([rejected, codes]).toEqual([[], []]);
	});

	it('keeps the reason that was typed on the page', () => {
		const { rows } = record(
			[acorn],
			{ Acorn: { option: 'Never' } },
			{ more: { reason: ' Lost in\nMay ' } },
		);
		expect(rows[0]).toMatchObject({ decision: 'ignored', reason: 'Lost in May', until: null });
	});

	it('wants a new client of the name given, and rules out the clients shown', () => {
		const { rows, rejected } = record([birch], {
			birch: { option: 'Create', name: ' Birch   Dental ' },
		});
		expect(rows).toMatchObject([
			{ decision: 'create', haloClientId: null, haloClientName: 'Birch Dental', origin: null },
		]);
		expect(rejected.map(({ decision, haloClientId }) => [decision, haloClientId])).toEqual([
			['rejected', 12],
			['rejected', 13],
		]);
	});

	it('takes the name that the page offered', () => {
		const { rows } = record([acorn], { Acorn: { option: 'Create' } });
		expect(rows[0]).toMatchObject({ decision: 'create', haloClientName: 'Acorn' });
	});

	it.each([
		['no name', '', 'newClientWithoutName'],
		['a domain', 'https://www.birch.com/', 'newClientNamedByDomain'],
		['an endless name', 'B'.repeat(300), 'newClientNameTooLong'],
	])('records nothing for a new client with %s', (_, name, code) => {
		const { rows, rejected, codes } = record([birch], { birch: { option: 'Create', name } });
		expect([rows, rejected, codes]).toEqual([[], [], [code]]);
	});

	it('waits until a day after "ask again later", and rules out the clients shown', () => {
		const { rows, rejected } = record([acorn], { Acorn: { option: 'None of these' } });
		expect(rows).toMatchObject([{ decision: 'later', until: '2026-12-23', haloClientId: null }]);
		expect(rejected).toHaveLength(2);
	});

	it('records nothing for a name typed without choosing to create, and says so', () => {
		const fields = fieldsOf([birch]);
		const answer = { [String(fieldsFor(fields, 'birch').name.fieldName)]: 'Birch Dental' };
		const { decisions, unrecorded } = read(answer, [birch]);
		expect(decisions).toEqual([]);
		expect(unrecorded[0].issue.code).toBe('nothingChosen');
	});

	it('stays open when nothing was chosen', () => {
		const { rows, codes, summary } = record([acorn, birch], {});
		expect([rows, codes]).toEqual([[], []]);
		expect(summary.title).toBe('Nothing was recorded');
		expect(summary.text).toContain('2 customers still wait: open the form again for them.');
	});
});

describe('a choice lapses', () => {
	const pick = { Acorn: { option: 'Link to "Acorn Cons' } };
	const moved: Array<[string, ReturnType<typeof doubtful>]> = [
		['the customer got another name', doubtful('1', 'Acorn Group', { candidates: two })],
		['a client came', doubtful('1', 'Acorn', { candidates: [...two, candidate(14, 'Acorn')] })],
		['the client got another name', doubtful('1', 'Acorn', { candidates: [candidate(12, 'X')] })],
		[
			'the reasons changed',
			doubtful('1', 'Acorn', {
				candidates: [{ ...two[0], reasons: ['3 of 3 words'] }, two[1]],
			}),
		],
		['the doubt is another one', doubtful('1', 'Acorn', { candidates: two, conflicts: ['new'] })],
		['it was mapped meanwhile', { customer: acorn.customer, match: mappedTo() }],
		['it is to be asked about later', doubtful('1', 'Acorn', { candidates: two, askAfter: TODAY })],
	];

	it.each(moved)('when %s', (_, now) => {
		const { rows, rejected, codes } = record([acorn], pick, { now: [now] });
		expect([rows, rejected, codes]).toEqual([[], [], ['choiceLapsed']]);
	});

	it('when the customer is gone', () => {
		const { rows, codes, summary } = record([acorn], pick, { now: [] });
		expect([rows, codes]).toEqual([[], ['choiceLapsed']]);
		expect(summary.text).toContain('1 choice was not recorded');
	});

	it('but not because scores moved or another customer came', () => {
		const now = doubtful('1', 'Acorn', {
			candidates: two.map((entry) => ({ ...entry, score: 0.71 })),
			score: 0.71,
		});
		expect(record([acorn], pick, { now: [birch, now] }).rows).toHaveLength(1);
	});

	it('and fits no other customer', () => {
		const fields = fieldsOf([acorn, birch]);
		const answer = answerOf(fields, pick);
		const [mine, other] = fields.filter(({ fieldType }) => fieldType === 'radio');
		const swapped = { [String(other.fieldName)]: answer[String(mine.fieldName)] };
		const { decisions, unrecorded } = read(swapped, [acorn, birch]);
		expect(decisions).toEqual([]);
		expect(unrecorded.map(({ issue }) => issue.code)).toEqual(['choiceLapsed']);
	});
});

describe('accepting a group', () => {
	const firms = [proposed('1', 'Acorn', 11), proposed('2', 'Birch', 12), proposed('3', 'Elm', 13)];
	const byDomain = proposed('4', 'Dune', 14, { level: 'domain' });
	const groups = ['Accept 3 customers with the same name'];

	it('records all its customers as found, by the person, and no other group', () => {
		const { rows, summary } = record([...firms, byDomain], {}, { groups });
		expect(rows.map((row) => [row.customerNo, row.haloClientId, row.decision, row.level])).toEqual([
			['1', 11, 'auto', 'exactName'],
			['2', 12, 'auto', 'exactName'],
			['3', 13, 'auto', 'exactName'],
		]);
		expect(rows[0]).toMatchObject({ decidedBy: 'anna@msp.example', reason: 'same name' });
		expect(summary.counts).toMatchObject({ accepted: 3, left: 1 });
		expect(summary.title).toBe('3 decisions recorded');
	});

	it('leaves a customer to its own choice', () => {
		const { rows } = record(firms, { Birch: { option: 'Never' } }, { groups });
		expect(rows.map(({ customerNo, decision }) => [customerNo, decision]).sort()).toEqual([
			['1', 'auto'],
			['2', 'ignored'],
			['3', 'auto'],
		]);
	});

	it('leaves out a customer whose own choice came to nothing', () => {
		const { rows, codes } = record(
			firms,
			{ Birch: { option: 'Create', name: 'birch.com' } },
			{ groups },
		);
		expect(rows.map(({ customerNo }) => customerNo)).toEqual(['1', '3']);
		expect(codes).toEqual(['newClientNamedByDomain']);
	});

	it('lapses as a whole when who belongs to it changed', () => {
		const { rows, codes } = record(
			firms,
			{},
			{ groups, now: [...firms, proposed('9', 'New', 19)] },
		);
		expect([rows, codes]).toEqual([[], ['choiceLapsed']]);
		const elsewhere = [firms[0], firms[1], proposed('3', 'Elm', 99)];
		expect(record(firms, {}, { groups, now: elsewhere }).rows).toEqual([]);
	});

	it('does not depend on the order in which customers come in', () => {
		expect(record(firms, {}, { groups, now: [...firms].reverse() }).rows).toHaveLength(3);
	});
});

describe('the closing page', () => {
	it('says what was recorded, what was not, and how many wait', () => {
		const many = Array.from({ length: 40 }, (_, n) => doubtful(`m${n}`, `Zeta ${n}`));
		const top = { score: 0.95 };
		const { summary } = record(
			[doubtful('1', 'Acorn', top), doubtful('2', 'birch.com', top), ...many],
			{ Acorn: { option: 'Link' }, birch: { option: 'Create', name: '' } },
		);
		expect(summary.verdict).toBe('1 decision recorded: 1 linked.');
		expect(summary.text).toContain('birch.com (us/2): a new client was chosen, but no name');
		expect(summary.text).toContain('41 customers still wait: open the form again for the next 25.');
		expect(summary.text).toContain('Saved by anna@msp.example.');
	});

	it('escapes what comes from elsewhere', () => {
		const hostile = doubtful('2', '<b>x.com</b>');
		const { summary } = record([hostile], { 'us/2': { option: 'Create', name: '' } });
		expect(summary.html).toContain('&lt;b&gt;x.com&lt;/b&gt;');
		expect(summary.html).not.toContain('<b>');
	});
});
