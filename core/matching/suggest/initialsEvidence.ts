import type { Evidence } from './evidence';
import type { RecordTexts } from './recordTexts';
import { shortForms, type Shortening } from './shortForms';

/** Each time that twice as many clients could be meant. */
const LESS_FOR_DOUBLE = 0.1;
const LEAST = 0.2;

/**
 * One side writes the other's name by its initials, wholly or in part.
 * @param sharers clients that could be meant by the same letters
 */
export function initialsEvidence(letters: string, named: RecordTexts, sharers: number): Evidence[] {
	return named.names.flatMap((name) => {
		const shortening = shortForms(name).get(letters);
		if (shortening === undefined) return [];
		const { strength, reason } = judged(letters, shortening);
		const left = strength - LESS_FOR_DOUBLE * Math.log2(Math.max(1, sharers));
		return [{ about: 'initials' as const, strength: Math.max(LEAST, left), reason }];
	});
}

/** By the number of initials: two are shared by very many firms. */
const STRENGTH_OF_INITIALS = [0, 0, 0.42, 0.68, 0.78, 0.84];

function judged(letters: string, shortening: Shortening): Pick<Evidence, 'strength' | 'reason'> {
	if (shortening === 'initials and words') {
		return { strength: 0.8, reason: 'some words of the name by their initials, the others whole' };
	}
	const known = Math.min(letters.length, STRENGTH_OF_INITIALS.length - 1);
	return {
		strength: STRENGTH_OF_INITIALS[known],
		reason: 'its letters are the initials of the name',
	};
}
