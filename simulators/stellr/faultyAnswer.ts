/** What a scripted fault makes of a good answer: a wrong total, a record twice, a text too long, a wrong content type. */
import type { Answer } from './answer';
import type { ScriptedFault } from './scriptedFaults';

const OFF_BY = 3;
const LONG = 5000;

type Fields = Record<string, unknown>;

export function answerWith(fault: ScriptedFault | null, answer: Answer): Answer {
	switch (fault?.do) {
		case 'wrong-type':
			return {
				...answer,
				body: JSON.stringify(answer.body),
				headers: { ...answer.headers, 'content-type': 'text/html; charset=utf-8' },
			};
		case 'wrong-total':
			return withData(answer, (data) => ({ ...data, total: Number(data.total) + OFF_BY }));
		case 'duplicate-record':
			return withData(answer, (data) => ({
				...data,
				records: [...recordsOf(data).slice(0, 1), ...recordsOf(data)],
			}));
		case 'long-text':
			return withData(answer, (data) => ({
				...data,
				records: recordsOf(data).map((record) => lengthened(record)),
			}));
		default:
			return answer;
	}
}

function withData(answer: Answer, change: (data: Fields) => Fields): Answer {
	const body = answer.body as { data?: unknown };
	const { data } = body;
	if (typeof data !== 'object' || data === null || Array.isArray(data)) return answer;
	if (!('records' in data)) return answer;
	return { ...answer, body: { ...body, data: change({ ...data }) } };
}

function recordsOf(data: Fields): Fields[] {
	return Array.isArray(data.records) ? (data.records as Fields[]) : [];
}

/** Names far beyond any field. */
function lengthened(record: Fields): Fields {
	return Object.fromEntries(
		Object.entries(record).map(([field, value]): [string, unknown] => [
			field,
			/name$/i.test(field) && typeof value === 'string' ? value.padEnd(LONG, ' very long') : value,
		]),
	);
}
