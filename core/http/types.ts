/**
 * The one function through which core reaches an API, and everything of the outside world it needs beside it.
 * Who calls core injects these: n8n's request helper in the nodes, a plain client in tests.
 */

export interface HttpRequest {
	method: 'GET' | 'POST';
	/** Path below the credential's base address, such as `/api/v1/cloud/customers`; ids in it are already encoded. */
	path: string;
	query?: Record<string, string | number | boolean>;
	/** JSON body; Halo takes arrays. */
	body?: unknown;
}

/** The server spoke: any status, the body parsed when it was JSON, else the text as it came. */
export interface HttpAnswer {
	kind: 'answer';
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	body: unknown;
	isJson: boolean;
	/** Milliseconds from sending to the answer, without any wait for a turn; absent where nobody looked at a clock. */
	tookMs?: number;
}

/** No answer came: for a write nobody knows whether it was carried out. */
export interface HttpLost {
	kind: 'lost';
	cause: 'timeout' | 'reset' | 'unreachable' | 'cancelled' | 'signIn';
	/** What the network layer or the token service said, without secrets. */
	detail: string;
	/** The token service's status and error word when the cause is `signIn`. */
	status?: number;
	/** False when the request certainly never left: cancelled while it waited for its turn. */
	sent?: boolean;
}

export type HttpOutcome = HttpAnswer | HttpLost;

/** Never throws: failures are outcomes. */
export type Http = (request: HttpRequest) => Promise<HttpOutcome>;

export interface Runtime {
	http: Http;
	/** Waits; implementations resolve early when the execution is cancelled. */
	sleep: (milliseconds: number) => Promise<void>;
	/** Milliseconds since the epoch. */
	now: () => number;
	/** 0 ≤ x < 1, for jitter only. */
	random: () => number;
	signal?: AbortSignal;
}
