import { MappingReview } from '../../../nodes/MappingReview/MappingReview.node';
import {
	answerOf,
	candidate,
	doubtful,
	fieldsOf,
	proposed,
	ticked,
} from '../../core/review/reviewRecords';
import { runNode } from '../../nodes/harness';
import { itemsOf } from './mappingItems';
import { scene, type Scene } from './scene';

/** Choices of the page of open cases that lead to nothing. */

const cedar = doubtful('3', 'Cedar', { candidates: [candidate(13, 'Cedar Ltd')] });
const firms = [proposed('1', 'Acorn', 11), proposed('2', 'Birch', 12)];

async function answered(
	picks: Parameters<typeof answerOf>[1],
	{ then = [...firms, cedar], more = {}, accept = [] as string[] } = {},
) {
	const fields = fieldsOf([...firms, cedar]);
	const answer = { ...answerOf(fields, picks, more), ...ticked(fields, ...accept) };
	return await runNode({
		nodeType: MappingReview,
		inputs: [itemsOf(then)],
		parameters: { operation: 'recordDecisions', answer: JSON.stringify(answer) },
	});
}

const review = (broken: string, codes: string[], run: () => Promise<unknown>): Scene =>
	scene(
		broken,
		codes.map((code) => `review-${code}`),
		run,
	);

export const reviewScenes: Scene[] = [
	review(
		'a customer that is gone',
		['customerGone'],
		async () => await answered({ Cedar: { option: 'Link to' } }, { then: firms }),
	),
	review(
		'a customer that was decided while the page was open',
		['lapsed'],
		async () =>
			await answered(
				{ Cedar: { option: 'Link to' } },
				{ then: [...firms, { ...cedar, match: { ...cedar.match, askAfter: '2027-01-01' } }] },
			),
	),
	review('two customers that are gone', ['customerGone-2'], async () => {
		const dune = doubtful('4', 'Dune');
		const fields = fieldsOf([cedar, dune]);
		const answer = answerOf(fields, { Cedar: { option: 'Link to' }, Dune: { option: 'Link to' } });
		return await runNode({
			nodeType: MappingReview,
			inputs: [itemsOf(firms)],
			parameters: { operation: 'recordDecisions', answer: JSON.stringify(answer) },
		});
	}),
	review(
		'a group that changed while the page was open',
		['groupLapsed'],
		async () => await answered({}, { accept: ['Accept 2'], then: [firms[0], cedar] }),
	),
	review(
		'a new client without a name',
		['noName'],
		async () => await answered({ Cedar: { option: 'Create', name: '' } }),
	),
	review(
		'a new client named by a domain',
		['domainAsName'],
		async () => await answered({ Cedar: { option: 'Create', name: 'cedar.com' } }),
	),
	review(
		'a new client with too long a name',
		['nameTooLong'],
		async () => await answered({ Cedar: { option: 'Create', name: 'x'.repeat(300) } }),
	),
	review('a name that was typed, and nothing chosen', ['nameWithoutChoice'], async () => {
		const fields = fieldsOf([cedar]);
		const field = fields.find(({ fieldLabel }) => fieldLabel.includes('Name of the new client'));
		const answer = { ...answerOf(fields, {}), [String(field?.fieldName)]: 'Cedar Works' };
		return await runNode({
			nodeType: MappingReview,
			inputs: [itemsOf([cedar])],
			parameters: { operation: 'recordDecisions', answer: JSON.stringify(answer) },
		});
	}),
	scene(
		'an item that is no matched customer',
		['input-matched'],
		async () =>
			await runNode({
				nodeType: MappingReview,
				inputs: [[{ name: 'x' }]],
				parameters: { operation: 'buildForm' },
			}),
	),
];
