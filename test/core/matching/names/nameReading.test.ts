import fc from 'fast-check';

import { exactForm } from '../../../../core/matching/names/foldName';
import { readName } from '../../../../core/matching/names/nameReading';
import { normalNames } from '../../../../core/matching/names/normalForm';

const words = fc.array(
	fc.constantFrom(
		...'Acorn Birch the The Mfg and And Ltd LLC Spa of use OLD old zz dba Group 365 x y e et St No Test Life'.split(
			' ',
		),
	),
	{ minLength: 1, maxLength: 5 },
);
const joints = fc.constantFrom(' ', ', ', ' - ', '. ', '-', ' & ');

describe('reading a name', () => {
	it('gives the forms that its names have, however plain it is', () => {
		fc.assert(
			fc.property(words, joints, (parts, joint) => {
				const name = parts.join(joint);
				const reading = readName(name);
				if (reading.exact === '' || reading.domain !== null) return;
				expect(reading.exact).toBe(exactForm(name));
				const forms = new Set(normalNames(name).flatMap((one) => one.forms));
				expect(new Set(reading.forms)).toEqual(forms);
				expect(new Set(reading.names.flatMap((one) => one.forms))).toEqual(forms);
			}),
			{ numRuns: 3000 },
		);
	});
});
