/** What clients sent to a simulator, and where it departs from the contract. Token calls are counted apart. */

export interface LoggedRequest {
	method: string;
	path: string;
	query: Record<string, string>;
	/** Of a token call: the form, its secret masked. */
	body?: unknown;
	/** 0 until answered, and for good when the connection was cut. */
	status: number;
	/** Route pattern, such as `/client/{id}`; the path where no route took it. */
	route: string;
	/** Whose token was sent: label of the Stellr account, client id of the Halo application. */
	account?: string | null;
	/** Milliseconds since the epoch by the simulator's clock. */
	at: number;
	isToken: boolean;
}

export interface Violation {
	method: string;
	path: string;
	field: string;
	what: string;
}

export interface RequestCounts {
	/** API calls, tokens not among them. */
	total: number;
	tokens: number;
	/** By method and route: `GET /client/{id}`. */
	counts: Record<string, number>;
	violations: Violation[];
}

export class RequestLog {
	readonly entries: LoggedRequest[] = [];
	readonly violations: Violation[] = [];

	add(entry: LoggedRequest): LoggedRequest {
		this.entries.push(entry);
		return entry;
	}

	addViolation(entry: LoggedRequest, field: string, what: string): void {
		this.violations.push({ method: entry.method, path: entry.path, field, what });
	}

	counts(): RequestCounts {
		const api = this.entries.filter(({ isToken }) => !isToken);
		const counts: Record<string, number> = {};
		for (const { method, route } of api) {
			const name = `${method} ${route}`;
			counts[name] = (counts[name] ?? 0) + 1;
		}
		return {
			total: api.length,
			tokens: this.entries.length - api.length,
			counts,
			violations: this.violations,
		};
	}

	/** Every call in order, as plain `{ method, path, query, body, status }`. */
	list(): Array<Pick<LoggedRequest, 'method' | 'path' | 'query' | 'body' | 'status'>> {
		return this.entries.map(({ method, path, query, body, status }) => ({
			method,
			path,
			query,
			body,
			status,
		}));
	}

	clear(): void {
		this.entries.length = 0;
		this.violations.length = 0;
	}
}
