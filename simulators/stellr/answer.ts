/** Bodies as the API sends them: envelope, single object, the four shapes of a refusal. Reconstructed, not captured from TD SYNNEX. */
import { randomUUID } from 'node:crypto';
import type { StellrSwitches } from './switches';

export interface Answer {
	status: number;
	body: unknown;
	headers?: Record<string, string>;
}

export interface Page {
	records: unknown[];
	total: number;
	pageNo: number;
	pageSize: number;
}

export function listAnswer(page: Page, switches: StellrSwitches): Answer {
	const { records, pageNo, pageSize } = page;
	const total = switches.total === 'wrong' ? page.total + switches.totalOffset : page.total;
	if (switches.listShape === 'bareArray') return { status: 200, body: records };
	if (switches.listShape === 'dataArray') {
		return { status: 200, body: { requestId: randomUUID(), data: records } };
	}
	const data = {
		...(switches.total === 'missing' ? {} : { total }),
		...(switches.pagingEcho ? { pageNo, pageSize } : {}),
		records,
	};
	return { status: 200, body: { requestId: randomUUID(), data } };
}

export function emptyListAnswer(switches: StellrSwitches): Answer {
	// That `total` is 0 here is inferred; that no record comes is attested.
	const withoutOffset: StellrSwitches = {
		...switches,
		total: switches.total === 'wrong' ? 'right' : switches.total,
	};
	return listAnswer({ records: [], total: 0, pageNo: 1, pageSize: 0 }, withoutOffset);
}

export function objectAnswer(record: object, switches: StellrSwitches): Answer {
	const requestId = randomUUID();
	return {
		status: 200,
		body: switches.singleObject === 'bare' ? { requestId, ...record } : { requestId, data: record },
	};
}

export function refusal(
	status: number,
	errorCode: string,
	errorMessage: string,
	switches: StellrSwitches,
	headers?: Record<string, string>,
): Answer {
	const requestId = randomUUID();
	const body =
		switches.errorShape === 1
			? { requestId, data: { errorCode, errorMessage } }
			: { requestId, errorCode, errorMessage };
	return { status, body, headers };
}

/** Shape 3, spoken by the token service only. */
export function tokenRefusal(status: number, error: string, description: string): Answer {
	return { status, body: { error, error_description: description } };
}

/** Shape 4: the status says 200, the body says it did not work. */
export function businessErrorAnswer(
	shape: Exclude<StellrSwitches['businessError'], 'off'>,
): Answer {
	const requestId = randomUUID();
	const message = 'The vendor system did not answer';
	const detail = 'Vendor call 5121 was not carried out';
	const bodies = {
		top: { requestId, errorMessage: message, errorDetail: detail },
		nested: {
			requestId,
			data: { total: 0, records: [], result: { ErrorMessage: message, ErrorDetail: detail } },
		},
		bizError: { requestId, data: { BizError: { code: 'Server.RuntimeError', message } } },
		perLine: {
			requestId,
			data: { total: 1, records: [{ lineNo: 1, errorCode: 'E5121', errorMessage: message }] },
		},
	};
	return { status: 200, body: bodies[shape] };
}
