import type { ApiFailure } from '../http/failure';
import type { Issue } from '../items/issue';
import { applyIssues } from '../words/applyIssues';
import { issueOfFailure } from '../words/failures';

/** Why a row was never sent: somebody stopped the run, or what stopped the row before would have stopped this one. */
export function notSentIssue(name: string, failure: ApiFailure | null): Issue {
	if (failure === null || failure.code === 'cancelled') return applyIssues.notSent(name);
	return issueOfFailure(failure, name);
}
