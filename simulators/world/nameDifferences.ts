/** How one firm comes to be written differently in Stellr and in Halo. */
import type { Random } from '../random';
import type { Firm, Region } from './firms';

/** `other`: a name that does not lead to the firm; `none`: no client in Halo to differ from. */
export type NameDifference =
	| 'same'
	| 'case'
	| 'punctuation'
	| 'legalForm'
	| 'domain'
	| 'other'
	| 'none';

export const LEGAL_FORMS: Readonly<Record<Region, readonly string[]>> = {
	us: ['Inc', 'LLC', 'Inc.', 'Corp.', ', LLC'],
	ca: ['Ltd.', 'Inc.', 'Limited', 'Ltd'],
	br: ['Ltda', 'S/A', 'Ltda.'],
	mx: ['S.A. de C.V.', 'S. de R.L. de C.V.'],
};

/** The firm's name as Stellr has it, when Halo has `firm.name`. */
export function stellrNameOf(firm: Firm, difference: NameDifference, random: Random): string {
	const { name } = firm;
	switch (difference) {
		case 'case':
			return random.chance(0.7) ? name.toUpperCase() : name.toLowerCase();
		case 'punctuation':
			return punctuated(name, random);
		case 'legalForm':
			return withLegalForm(name, random.pick(LEGAL_FORMS[firm.region]));
		case 'domain':
			return firm.domain;
		case 'other':
			return `${initials(name)} Holdings ${random.between(10, 99)}`;
		case 'same':
		case 'none':
			return name;
	}
}

function punctuated(name: string, random: Random): string {
	const forms = [`${name}.`, name.replace(' ', '-'), name.replace(' ', ', '), `"${name}"`];
	return random.pick(forms);
}

function withLegalForm(name: string, form: string): string {
	return form.startsWith(',') ? `${name}${form}` : `${name} ${form}`;
}

function initials(name: string): string {
	return name
		.split(' ')
		.map((word) => word[0])
		.join('');
}
