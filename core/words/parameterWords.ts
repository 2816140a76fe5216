/** What stops a node whose parameter does not fit: what was seen, and what to do. */
export interface ParameterWords {
	message: string;
	remedy: string;
}

const CHOOSE_OFFERED = 'Open the node, choose one of the offered values, and run it again.';

export const parameterWords = {
	unknownValue: (parameter: string): ParameterWords => ({
		message: `"${parameter}" holds a value it does not know`,
		remedy: CHOOSE_OFFERED,
	}),
	unknownOption: (option: string): ParameterWords => ({
		message: `The option "${option}" holds a value it does not know`,
		remedy: CHOOSE_OFFERED,
	}),
	notANumber: (parameter: string, text: string): ParameterWords => ({
		message: `"${parameter}" holds "${text}", which is not a number`,
		remedy: 'Choose from the list, or give the number that Halo shows for it.',
	}),
	extraFields: (): ParameterWords => ({
		message: '"Extra Fields" does not hold one JSON object',
		remedy: 'Write it as {"field": value}, with Halo\'s field names.',
	}),
	keyFieldEmpty: (example: string): ParameterWords => ({
		message: 'Key Field is empty',
		remedy: `Pick the client custom field that holds the Stellr keys, or type its name, such as ${example}.`,
	}),
	noNumber: (parameter: string, entry: string): ParameterWords => ({
		message: `"${parameter}" holds "${entry}", which is no word with a number`,
		remedy: 'Write it as a word, an equals sign and a number, such as Adobe=30.',
	}),
	noCurrency: (parameter: string, text: string): ParameterWords => ({
		message: `"${parameter}" holds "${text}", which is no currency code`,
		remedy: 'Write the three letters of the currency, such as USD.',
	}),
};
