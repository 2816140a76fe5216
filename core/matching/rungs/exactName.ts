import { exactForm } from '../names/foldName';
import type { Rung } from '../rung';
import { findNamesakes } from './namesakes';

/** The same name but for case and spaces, unique on both sides; domains count when they are equal too. */
export const exactNameRung: Rung = {
	level: 'exactName',
	restsOn: 'comparison',
	prepare: (context) =>
		findNamesakes(context, {
			formOf: exactForm,
			score: 0.95,
			reasons: () => ['same name'],
			objection: () => null,
		}),
};
