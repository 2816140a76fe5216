import type { Check } from '../../core/check/check';
import type { Fact } from '../../core/check/discover/fact';
import type { CheckSummary } from '../../core/check/summary';
import type { HaloClient } from '../../core/halo/schemas';
import type { Issue } from '../../core/items/issue';
import type { ListStamp } from '../../core/items/listStamp';
import type { MappingEntry, Match } from '../../core/matching/schemas';
import type { DriftChanges } from '../../core/reconcile/driftRows';
import type { Renewal } from '../../core/reconcile/renewals';
import type { RenewalSummary } from '../../core/reconcile/renewalSummary';
import type { ReconciledLine } from '../../core/reconcile/result';
import type { ReconcileSummary } from '../../core/reconcile/summary';
import type { Verdict } from '../../core/reconcile/verdicts';
import type { csvColumns } from '../../core/review/csvColumns';
import type { EditChange } from '../../core/review/editChange';
import type { EditForm } from '../../core/review/editForm';
import type { ImportPage } from '../../core/review/importPage';
import type { FormSummary, RecordedSummary } from '../../core/review/reviewSummary';
import type { StellrCustomer, StellrSubscription } from '../../core/stellr/schemas';
import type { ChangeLogRow } from '../../core/sync/changeLog';
import type { ClientSummary } from '../../core/sync/clients/summary';
import type { LicencesSeen } from '../../core/sync/licences/licencesSeen';
import type { PendingChanges } from '../../core/sync/licences/pending';
import type { RevertSummary } from '../../core/sync/licences/revertSummary';
import type { SavedLicence } from '../../core/sync/licences/savedState';
import type { LicenceSummary } from '../../core/sync/licences/summary';
import type { PlanItem } from '../../core/sync/planItem';
import type { RunRow } from '../../core/sync/runRow';

/**
 * What each node puts out, by resource and operation: a list of outputs, and for each output the forms that its items
 * can have. The first form is the usual one, which the editor shows before the first run; an output without forms is
 * never used by that operation.
 */
export interface NodeOutputs {
	ConnectionCheck: [
		[Check],
		[Fact],
		[Attention],
		[CheckSummary & { requests: Counts<'stellr' | 'halo'>; asOf: string; discoverText?: string }],
	];

	'StellrCustomers/get': [[StellrCustomer], [Attention]];
	'StellrCustomers/getMany': [[StellrCustomer & Stamped, Stamped], [Attention]];

	'StellrSubscriptions/get': [[StellrSubscription], [], [Attention]];
	'StellrSubscriptions/getMany': [
		[
			MatchedItem & SubscriptionsOfItem,
			CarriedCustomer & SubscriptionsOfItem,
			FlatSubscription,
			CarriedCustomer,
		],
		[MatchedItem, CarriedCustomer],
		[Attention],
	];

	'HaloClients/get': [[Omit<HaloClient, 'contactDomains' | 'nativeMappings'>], [Attention]];
	'HaloClients/getMany': [[HaloClient & Stamped, Stamped], [Attention]];

	MappingMatch: [[MatchedItem], [MatchedItem], [HaloClient], [Attention]];

	'MappingReview/openCase/buildForm': [
		[],
		[],
		[],
		[Attention],
		[Omit<FormSummary, 'proposals'> & { proposals: Record<string, number> }],
	];
	'MappingReview/openCase/recordDecisions': [
		[MappingEntry],
		[MappingEntry],
		[],
		[Attention],
		[RecordedSummary & { counts: Counts<RecordedCount> }],
	];
	'MappingReview/openCase/recordMatches': [
		[MappingEntry],
		[],
		[],
		[Attention],
		[
			{
				verdict: string;
				text: string;
				counts: Counts<MatchesCount>;
				levels: Record<string, number>;
			},
		],
	];
	'MappingReview/byHand/editForm': [[], [], [], [Attention], [EditForm]];
	'MappingReview/byHand/editConsequences': [
		[],
		[],
		[],
		[Attention],
		[
			{
				canConfirm: boolean;
				change: EditChange | null;
				form: string;
				title: string;
				html: string;
			},
		],
	];
	'MappingReview/byHand/recordEdit': [
		[MappingEntry],
		[MappingEntry],
		[{ id: number }],
		[Attention],
		[{ written: boolean; title: string; html: string }],
	];
	'MappingReview/file/exportRows': [
		[Record<(typeof csvColumns)[number], string | number>],
		[],
		[],
		[Attention],
		[{ exported: number; unreadable: number; text: string }],
	];
	'MappingReview/file/importRows': [
		[MappingEntry],
		[MappingEntry],
		[],
		[Attention],
		[ImportPage & { counts: Counts<'written' | 'unchanged' | 'notImported' | 'heldBack'> }],
	];

	'HaloClientUpsert/plan': [
		[PlannedClient, PlannedClient & SubscriptionsOfItem],
		[PlannedClient, PlannedClient & SubscriptionsOfItem],
		[Attention],
		[Omit<ClientSummary, 'rowsToSave'> & { counts: Counts<ClientCount>; rowsToSave: [] }],
	];
	'HaloClientUpsert/apply': [
		[PlannedClient & Applied, PlannedClient & Applied & SubscriptionsOfItem],
		[PlannedClient & Applied, PlannedClient & Applied & SubscriptionsOfItem],
		[Attention],
		[ClientSummary & { counts: Counts<ClientCount>; changeLogRows: ChangeLogRow[] }],
	];

	'HaloLicenceUpsert/plan': [
		[PlannedLicence],
		[PlannedLicence],
		[Attention],
		[LicencesPlanned & PendingChanges & { runRows: RunRow[]; form: string }],
	];
	'HaloLicenceUpsert/apply': [
		[PlannedLicence & Applied],
		[PlannedLicence & Applied],
		[Attention],
		[
			LicencesPlanned & {
				changeLogRows: ChangeLogRow[];
				pendingGone: PendingChanges['pendingGone'];
				approvalsLapsed: string[];
				runRows: RunRow[];
			},
		],
	];
	'HaloLicenceUpsert/revert': [
		[RevertedLicence],
		[],
		[Attention],
		[RevertSummary & { counts: Counts<RevertCount> }],
	];

	'LicenceReconcile/compare': [
		[ReconciledLine],
		[Attention],
		[ReconcileSummary & DriftChanges & { counts: Counts<Verdict | CompareCount> }],
	];
	'LicenceReconcile/countChanges': [
		[CountChange],
		[Attention],
		[{ verdict: string; text: string; counts: Counts<'changes' | 'needsAttention'> }],
	];
	'LicenceReconcile/renewals': [
		[Renewal],
		[Attention],
		[RenewalSummary & { counts: Counts<RenewalCount> }],
	];
}

/** Numbers by the names that core gives them. */
type Counts<Name extends string> = Record<Name, number>;

/** What a person has to see to, and whatever the item it is about carried. */
interface Attention {
	issue: Issue;
	[field: string]: unknown;
}

interface Stamped {
	list: ListStamp;
}

interface ClientOfItem {
	haloClientId: number | null;
	haloClientName: string | null;
}

/** As Mapping Match leaves it. */
type MatchedItem = StellrCustomer & ClientOfItem & { match: Match };

/** A customer on its way, with whatever earlier nodes put on it. */
type CarriedCustomer = Partial<
	StellrCustomer &
		Stamped &
		ClientOfItem & { match: Match; plan: ClientPlanItem; addressPlan: AddressPlanItem }
> &
	Applied;

interface SubscriptionsOfItem {
	subscriptions: StellrSubscription[];
	complete: boolean;
	subscriptionsReadAt: string;
	subscriptionsRequestId: string | null;
	unreadable: string[];
	subscriptionsFrom: 'resellerList' | 'ownList';
}

type FlatSubscription = StellrSubscription & {
	customerName: string | null;
	haloClientId?: number | null;
	complete: boolean;
};

interface Applied {
	applied?: {
		outcome: 'written' | 'alreadySo' | 'notWritten';
		haloId: number | null;
		requestId: string | null;
	};
}

/** A client has no price. */
type ClientPlanItem = Omit<PlanItem, 'moneyPerMonth' | 'currency' | 'link'>;

type AddressPlanItem = Omit<ClientPlanItem, 'wouldBe'>;

type PlannedClient = MatchedItem & { plan: ClientPlanItem; addressPlan?: AddressPlanItem };

interface LicenceItem extends ClientOfItem {
	customer: { account: string; customerNo: string; name: string | null };
}

type PlannedLicence = LicenceItem & {
	plan: PlanItem;
	subscription: StellrSubscription | null;
	savedState: boolean;
	asOf: string | null;
	licencesSeen: LicencesSeen | null;
	remembered: SavedLicence | null;
};

type RevertedLicence = LicenceItem &
	Applied & {
		plan: Omit<PlanItem, 'wouldBe' | 'link'>;
		subscription: null;
		takesBack: Array<{ run: string; at: string | null; what: string }>;
		onProRataLine: boolean | null;
	};

interface CountChange {
	haloClientId: number;
	haloClientName: string;
	licence: { id: number; name: string; active: boolean };
	at: string | null;
	who: string | null;
	from: number | null;
	to: number | null;
	text: string;
}

type LicencesPlanned = LicenceSummary & { counts: Counts<LicenceCount> };

type ClientCount =
	| 'created'
	| 'linked'
	| 'addressesUpdated'
	| 'held'
	| 'unchanged'
	| 'leftOut'
	| 'notWritten'
	| 'needsAttention';
type LicenceCount =
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
type RevertCount = 'reverted' | 'deactivated' | 'alreadySo' | 'notWritten' | 'needsAttention';
type CompareCount = 'needsAttention' | 'customersNotRead' | 'licencesNotJudged' | 'uncosted';
type RenewalCount =
	| 'terms'
	| 'customers'
	| 'lastDayUnknown'
	| 'endUnknown'
	| 'monthlyLeftOut'
	| 'kindUnknown'
	| 'customersNotRead'
	| 'needsAttention';
type RecordedCount =
	| 'decided'
	| 'accepted'
	| 'linked'
	| 'toCreate'
	| 'ignored'
	| 'later'
	| 'rejected'
	| 'notRecorded'
	| 'left';
type MatchesCount =
	| 'recorded'
	| 'proposed'
	| 'decided'
	| 'known'
	| 'open'
	| 'waiting'
	| 'withoutClient';
