import { holdersIndex, pairOf, type PairReading } from '../holders';
import { nothing, type Rung } from '../rung';
import { nameObjection } from './nameObjections';

const SAME_NAME: PairReading = {
	have: 'have this name',
	of: 'of this name',
	score: 0.95,
	reasons: () => ['same name'],
	objection: nameObjection,
};

/** The same name but for case and spaces, unique on both sides; domains count when they are equal too. */
export const exactNameRung: Rung = {
	level: 'exactName',
	evidence: 'name',
	restsOn: 'comparison',
	prepare: (context) => {
		const holders = holdersIndex(
			context,
			({ reading }) => [reading.exact],
			({ reading }) => (reading === null ? [] : [reading.exact]),
		);
		return (customer) => {
			const namesakes = holders.with(customer);
			return namesakes === null ? nothing() : pairOf(customer, namesakes, context, SAME_NAME);
		};
	},
};
