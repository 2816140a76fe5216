/** The counts of each summary, by the names that core gives them. */

export type Counts<Name extends string> = Record<Name, number>;

export type ClientCount =
	| 'created'
	| 'linked'
	| 'addressesUpdated'
	| 'held'
	| 'unchanged'
	| 'leftOut'
	| 'notWritten'
	| 'needsAttention';
export type LicenceCount =
	| 'adopted'
	| 'created'
	| 'updated'
	| 'ended'
	| 'held'
	| 'snoozed'
	| 'unchanged'
	| 'leftOut'
	| 'notWritten'
	| 'needsAttention'
	| 'customersLeftOut';
export type RevertCount =
	| 'reverted'
	| 'deactivated'
	| 'alreadySo'
	| 'notWritten'
	| 'needsAttention';
export type CompareCount = 'needsAttention' | 'customersNotRead' | 'licencesNotJudged' | 'uncosted';
export type RenewalCount =
	| 'terms'
	| 'customers'
	| 'lastDayUnknown'
	| 'endUnknown'
	| 'monthlyLeftOut'
	| 'kindUnknown'
	| 'customersNotRead'
	| 'needsAttention';
export type RecordedCount =
	| 'decided'
	| 'accepted'
	| 'linked'
	| 'toCreate'
	| 'ignored'
	| 'later'
	| 'rejected'
	| 'notRecorded'
	| 'left';
export type MatchesCount =
	| 'recorded'
	| 'proposed'
	| 'decided'
	| 'known'
	| 'open'
	| 'waiting'
	| 'withoutClient';
