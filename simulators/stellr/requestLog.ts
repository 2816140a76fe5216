/** What clients sent, and where it departs from the contract. Tokens are counted apart: how many are minted is pacing. */

export interface LoggedRequest {
	method: string;
	path: string;
	query: Record<string, string>;
	body: unknown;
	/** 0 until answered; stays 0 when the connection was cut. */
	status: number;
	/** Route pattern, such as `GET /api/v1/cloud/customers/{customerNo}`; null for what no route took. */
	route: string | null;
	/** Label of the account whose token was sent. */
	account: string | null;
	violations: string[];
	/** Milliseconds since the epoch by the simulator's clock. */
	at: number;
}

export interface RequestCounts {
	tokens: number;
	requests: number;
	routes: Record<string, number>;
	violations: string[];
}

export class RequestLog {
	readonly entries: LoggedRequest[] = [];

	counts(): RequestCounts {
		const api = this.entries.filter(({ path }) => !isTokenPath(path));
		const routes: Record<string, number> = {};
		for (const { route, method, path } of api) {
			const name = route ?? `${method} ${path}`;
			routes[name] = (routes[name] ?? 0) + 1;
		}
		return {
			tokens: this.entries.length - api.length,
			requests: api.length,
			routes,
			violations: this.violations(),
		};
	}

	violations(): string[] {
		return this.entries.flatMap(({ method, path, violations }) =>
			violations.map((violation) => `${method} ${path}: ${violation}`),
		);
	}

	clear(): void {
		this.entries.length = 0;
	}
}

export function isTokenPath(path: string): boolean {
	return path === '/oauth2/v1/token';
}
