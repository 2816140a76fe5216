/** What a route gives back, before faults and the log have their say. */

export interface Answer {
	status: number;
	/** Sent as JSON, unless it is text. Undefined: nothing at all. */
	body?: unknown;
	contentType?: string;
	headers?: Record<string, string>;
}

export function ok(body: unknown, status = 200): Answer {
	return { status, body };
}

/** Halo often says no more than the status. */
export function bare(status: number): Answer {
	return { status };
}

/** A refusal in one plain sentence. */
export function sentence(status: number, text: string): Answer {
	return { status, body: text, contentType: 'text/plain; charset=utf-8' };
}

/** The page a wrong host or a sign-in wall answers with. */
export const WEB_PAGE: Answer = {
	status: 200,
	body: '<!DOCTYPE html><html><head><title>Halo</title></head><body><div id="root"></div></body></html>',
	contentType: 'text/html; charset=utf-8',
};

/** The answer as it goes over the wire. */
export function answerText(answer: Answer): string {
	if (answer.body === undefined) return '';
	return typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
}
