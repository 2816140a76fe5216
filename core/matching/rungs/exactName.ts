import { holdersIndex, pairOf } from '../holders';
import { nothing, type Rung } from '../rung';
import { nameObjection } from './nameObjections';

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
			const namesakes = customer.reading === null ? null : holders.of([customer.reading.exact]);
			if (namesakes === null) return nothing();
			return pairOf(customer, namesakes, context, {
				have: 'have this name',
				of: 'of this name',
				score: 0.95,
				reasons: () => ['same name'],
				objection: (client) => nameObjection(customer, client),
			});
		};
	},
};
