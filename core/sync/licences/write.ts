import type { Issue } from '../../items/issue';
import { applyIssues } from '../../words/applyIssues';
import { issueOfFailure } from '../../words/failures';
import type { BatchSize } from '../batchSize';
import type { RowToWrite, WriteOutcome } from '../batchWrite';
import { notSentIssue } from '../notSent';
import type { LicencesSeen } from './licencesSeen';
import type { LicenceKeyField } from './policy';
import type { PlanItem } from '../planItem';

/** What became of one planned row. */
export interface AppliedLicence {
	plan: PlanItem;
	outcome: 'written' | 'alreadySo' | 'notWritten';
	haloId: number | null;
	requestId: string | null;
	/** Why it was not written, or what to look at although it was. */
	issue: Issue | null;
	/** How a later run recognises the row. */
	link: 'key' | 'map';
}

export interface LicenceApplyOptions extends BatchSize {
	keyField: LicenceKeyField;
	/** With a saved licence map the run goes on when Halo hides or cuts the key. */
	hasSavedState: boolean;
	nameOf: (plan: PlanItem) => string;
	/** What all licences told when the plan was made; null or absent where that is not known. */
	seen?: LicencesSeen | null;
}

export interface LicenceRow extends RowToWrite {
	plan: PlanItem;
	/** Whose row it is, where it was there before. */
	clientId: number | null;
}

export function rowToWrite(plan: PlanItem, clientId: number | null = null): LicenceRow {
	const body = plan.haloId === null ? { ...plan.after } : { id: plan.haloId, ...plan.after };
	return { plan, body, clientId };
}

export function resultOf(
	plan: PlanItem,
	outcome: WriteOutcome,
	link: 'key' | 'map',
	options: LicenceApplyOptions,
): AppliedLicence {
	const name = options.nameOf(plan);
	switch (outcome.kind) {
		case 'written': {
			const haloId = plan.haloId ?? outcome.id;
			const issue = haloId === null ? applyIssues.writtenWithoutId(name, outcome.requestId) : null;
			return {
				plan,
				outcome: 'written',
				haloId,
				requestId: outcome.requestId,
				issue,
				link: plan.link ?? link,
			};
		}
		case 'refused':
			return notWritten(plan, issueOfFailure(outcome.failure, name));
		case 'unknown':
			return notWritten(plan, applyIssues.answerLost(name, outcome.failure.requestId));
		case 'notSent':
			return notWritten(plan, notSentIssue(name, outcome.failure));
	}
}

export function notWritten(plan: PlanItem, issue: Issue): AppliedLicence {
	return {
		plan,
		outcome: 'notWritten',
		haloId: plan.haloId,
		requestId: issue.requestId,
		issue,
		link: 'key',
	};
}
