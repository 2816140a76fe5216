/** One call on its way to its route. */
import type { Answer } from './answer';
import type { StellrAccountState } from './state';
import type { StellrPermission, StellrSwitches } from './switches';

export interface Call {
	account: StellrAccountState;
	params: Record<string, string>;
	query: Record<string, string>;
	body: unknown;
	switches: StellrSwitches;
	/** Serve the page before the one asked for, whatever the switches say. */
	repeatPage: boolean;
	now: () => number;
	/** Records where the call departs from the contract. */
	violation: (field: string, what: string) => void;
}

export interface Route {
	method: 'GET' | 'POST';
	/** Path with `{names}`. */
	pattern: string;
	permission?: StellrPermission;
	query: string[];
	isList: boolean;
	answer: (call: Call) => Answer;
}
