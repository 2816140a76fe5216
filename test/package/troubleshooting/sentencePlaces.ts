/** Files outside of core/words that word sentences for users. A new sentence is better put into core/words. */
export const SENTENCE_PLACES: readonly string[] = [
	// Messages of zod, which nobody sees.
	'core/items/fieldReaders.ts',
	'core/sync/licences/savedState.ts',
	// The rules of the test button are data of the credential.
	'credentials/HaloPsaOAuth2Api.credentials.ts',
	'credentials/StellrOAuth2Api.credentials.ts',
];

/** Codes of items that no output shows: they are only counted, and named in the Summary by their sentences. */
export const COUNTED_ONLY: readonly string[] = ['discontinued', 'ignored', 'noLiveLine'];

/** What the pages of forms and the summaries say when all is well: whole files, or single words of one. */
export const OF_PAGES: Readonly<Record<string, 'all' | readonly string[]>> = {
	'core/words/mappingReview.ts': [
		'ACCEPT',
		'reviewWords',
		'recordedWords',
		'matchedWords',
		'LEVELS',
	],
	'core/words/mappingEdit.ts': ['actionLabels'],
	'core/words/savedRowIssues.ts': ['exportedText'],
	'core/words/countChanges.ts': ['countChangeText'],
	'core/words/checkHalo.ts': ['haloChecks'],
	'core/review/editForm.ts': ['introduction'],
	'core/review/editRecord.ts': 'all',
	'core/words/approvalWords.ts': 'all',
};

/** Parts that are left out one by one, each with its reason. */
export const NOT_ON_THE_PAGE: Readonly<Record<string, string>> = {
	'A legal form is written with no word.': 'cannot happen: a check of a table at its making',
	'No money is missing and none is billed too much.': 'all is well',
	'Before their first invoice, set tax': 'advice in the Summary after clients were created',
	'The next run plans the same changes again': 'advice in the Summary after a revert',
	'(needed only where used)': 'a word added to a check in the Summary',
	'on no recurring invoice line of this client': 'a fact about a listed licence',
	"(Halo's was last changed by …)": 'added to a sentence that is there',
	'an amount that is not known': 'stands for a sum in a sentence that is there',
	'an unknown number of seats': 'stands for a number in a sentence that is there',
	'Last day to reduce: …': 'all is well',
	'your notice of … for': 'says which rule gave a day',
	'Microsoft takes changes until the day before': 'says which rule gave a day',
	'of its lines does': 'the singular of a sentence that is there',
	'Look at the subscription in the Stellr portal and at its row in Halo':
		'stands in for a remedy, and every sentence has one of its own',
	'Check the parameters of this node, then run it again.':
		"stands in for a remedy where n8n's own sentence has none",
};
