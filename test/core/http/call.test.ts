import { call } from '../../../core/http/call';
import type { ApiFailure, Result } from '../../../core/http/failure';
import type { HttpOutcome, HttpRequest } from '../../../core/http/types';
import { fakeRuntime, json, text } from './fakeRuntime';

const GET: HttpRequest = { method: 'GET', path: '/x' };
const POST: HttpRequest = { method: 'POST', path: '/x', body: [{}] };
const stellr = { api: 'stellr' as const, doing: 'List Customers' };
const halo = { api: 'halo' as const, doing: 'Update Licences' };

function failureOf(result: Result<unknown>): ApiFailure {
	if (result.ok) throw new Error('expected no success');
	return result.failure;
}

async function failureFrom(
	about: typeof stellr | typeof halo,
	request: HttpRequest,
	...outcomes: HttpOutcome[]
) {
	const runtime = fakeRuntime(outcomes);
	const failure = failureOf(await call(runtime, about, request));
	return { failure, runtime };
}

const waited = (slept: number[]) => slept.reduce((sum, slice) => sum + slice, 0);

describe('a call', () => {
	it('gives the parsed body and the request id of a success', async () => {
		const body = { requestId: 'r1', data: { total: 0, records: [] } };
		expect(await call(fakeRuntime([json(200, body)]), stellr, GET)).toEqual({
			ok: true,
			value: body,
			requestId: 'r1',
		});
	});

	it('finds the request id in a header when the body has none', async () => {
		const { failure } = await failureFrom(stellr, GET, json(404, {}, { 'x-request-id': 'h9' }));
		expect(failure).toMatchObject({ code: 'notFound', requestId: 'h9' });
	});

	it.each([
		['data.errorMessage', { requestId: 'r', data: { errorCode: 'X1', errorMessage: 'No such' } }],
		['errorMessage at the top', { requestId: 'r', errorCode: 'X1', errorMessage: 'No such' }],
		['error_description', { error: 'invalid', error_description: 'No such' }],
		['Halo Message', { ClassName: 'E', Message: 'No such' }],
		['a plain string', 'No such'],
	])('reads the vendor words of a 400 from %s', async (_, body) => {
		const answer = typeof body === 'string' ? text(400, body) : json(400, body);
		const { failure } = await failureFrom(stellr, GET, answer);
		expect(failure).toMatchObject({ code: 'refused', status: 400, vendorText: 'No such' });
	});

	it.each([
		['errorMessage at the top', { requestId: 'r', errorMessage: 'Denied' }],
		['errorDetail at the top', { requestId: 'r', errorDetail: 'Denied' }],
		['nested ErrorMessage', { requestId: 'r', data: { result: { ErrorMessage: 'Denied' } } }],
		['BizError', { requestId: 'r', data: { BizError: { code: 7, message: 'Denied' } } }],
		[
			'errors by line',
			{ requestId: 'r', data: { lines: [{ lineNo: 1, errorMessage: 'Denied' }] } },
		],
	])('takes a 200 with %s for a refusal', async (_, body) => {
		const { failure } = await failureFrom(stellr, GET, json(200, body));
		expect(failure).toMatchObject({
			code: 'businessRefusal',
			vendorText: 'Denied',
			requestId: 'r',
		});
	});

	it('does not take empty failure fields or those of single records for a refusal', async () => {
		const body = {
			errorMessage: null,
			data: { errors: [], total: 1, records: [{ customerNo: 1, errorMessage: 'old' }] },
		};
		expect((await call(fakeRuntime([json(200, body)]), stellr, GET)).ok).toBe(true);
	});

	it.each([
		[403, 'notAllowed'],
		[404, 'notFound'],
	] as const)('understands a %i with an empty body', async (status, code) => {
		const { failure } = await failureFrom(halo, GET, text(status, ''));
		expect(failure).toMatchObject({ code, status, vendorText: null });
	});

	it('says that HTML with 200 is no data, and quotes the title', async () => {
		const html = '<!DOCTYPE html><html><head><title>Sign in</title></head></html>';
		const { failure } = await failureFrom(halo, GET, text(200, html));
		expect(failure).toMatchObject({ code: 'notJson', vendorText: 'a web page titled "Sign in"' });
	});

	it('does not follow a redirect and says where it led, without its query', async () => {
		const { failure } = await failureFrom(
			halo,
			GET,
			text(302, '', { location: 'https://a.b/c?token=1234567' }),
		);
		expect(failure).toMatchObject({ code: 'notJson', vendorText: 'sent on to https://a.b/c' });
	});

	it('masks secrets in the words it quotes', async () => {
		const { failure } = await failureFrom(
			stellr,
			GET,
			text(400, 'client_secret=hunter2222 was refused for Bearer abcdefghijk'),
		);
		expect(failure.vendorText).toBe('client_secret=*** was refused for Bearer ***');
	});

	it('reads again after a 503 and gives the later success', async () => {
		const runtime = fakeRuntime([text(503, ''), json(200, { a: 1 })]);
		expect(await call(runtime, stellr, GET)).toMatchObject({ ok: true, value: { a: 1 } });
		expect(runtime.requests).toHaveLength(2);
	});

	it.each(['timeout', 'reset'] as const)('reads again after a %s', async (cause) => {
		const runtime = fakeRuntime([{ kind: 'lost', cause, detail: '' }, json(200, { a: 1 })]);
		expect((await call(runtime, halo, GET)).ok).toBe(true);
	});

	it('gives up a read on a server that stays in trouble, after few tries', async () => {
		const { failure, runtime } = await failureFrom(stellr, GET, text(500, ''));
		expect(failure.code).toBe('serverTrouble');
		expect(runtime.requests).toHaveLength(3);
	});

	it('never repeats a write whose answer was lost, and says it may have been carried out', async () => {
		const { failure, runtime } = await failureFrom(halo, POST, {
			kind: 'lost',
			cause: 'timeout',
			detail: '',
		});
		expect(failure).toMatchObject({ code: 'noAnswer', uncertain: true });
		expect(runtime.requests).toHaveLength(1);
	});

	it('never repeats a write that was answered with 502', async () => {
		const { failure, runtime } = await failureFrom(halo, POST, text(502, ''));
		expect(failure).toMatchObject({ code: 'serverTrouble', uncertain: true });
		expect(runtime.requests).toHaveLength(1);
	});

	it('repeats a write after a 429, which was not carried out', async () => {
		const runtime = fakeRuntime([text(429, 'Retry later'), json(201, [{ id: 1 }])]);
		expect((await call(runtime, halo, POST)).ok).toBe(true);
		expect(runtime.requests).toHaveLength(2);
	});

	it('calls a refused write certain', async () => {
		const { failure } = await failureFrom(halo, POST, text(400, 'Name is required'));
		expect(failure).toMatchObject({
			code: 'refused',
			uncertain: false,
			vendorText: 'Name is required',
		});
	});

	it('takes an empty answer to a write for carried out', async () => {
		expect(await call(fakeRuntime([text(201, '')]), halo, POST)).toMatchObject({
			ok: true,
			value: null,
		});
	});

	it('waits as long as Retry-After says, in slices of at most half a second', async () => {
		const runtime = fakeRuntime([text(429, '', { 'retry-after': '7' }), json(200, {})]);
		await call(runtime, stellr, GET);
		expect(waited(runtime.slept)).toBe(7000);
		expect(Math.max(...runtime.slept)).toBeLessThanOrEqual(500);
	});

	it('understands Retry-After as a date', async () => {
		const runtime = fakeRuntime([
			text(429, '', { 'retry-after': 'Mon, 23 Nov 2026 00:00:12 GMT' }),
			json(200, {}),
		]);
		await call(runtime, stellr, GET);
		expect(waited(runtime.slept)).toBe(12_000);
	});

	it('waits for Halo at least five and at most six minutes before it gives up on 429', async () => {
		const { failure, runtime } = await failureFrom(halo, GET, text(429, 'Rate Limit Reached'));
		expect(failure).toMatchObject({ code: 'rateLimited', vendorText: 'Rate Limit Reached' });
		expect(waited(runtime.slept)).toBeGreaterThanOrEqual(5 * 60_000);
		expect(waited(runtime.slept)).toBeLessThanOrEqual(6 * 60_000);
		expect(runtime.requests).toHaveLength(9);
	});

	it.each(['0', '-3', 'Sun, 22 Nov 2026 23:59:00 GMT'])(
		'is not told to come back by a time that is over (%s): that would spend every repeat at once',
		async (value) => {
			const runtime = fakeRuntime([text(429, '', { 'retry-after': value }), json(200, {})]);
			const start = runtime.now();
			await call(runtime, { api: 'halo', doing: 'List Clients' }, { method: 'GET', path: '/' });
			expect(runtime.now() - start).toBeGreaterThanOrEqual(5000);
		},
	);

	it('does not come back sooner than told when told to wait for too long', async () => {
		const { failure, runtime } = await failureFrom(
			stellr,
			GET,
			text(429, '', { 'retry-after': '86400' }),
		);
		expect(failure.code).toBe('rateLimited');
		expect(runtime.requests).toHaveLength(1);
		expect(runtime.slept).toHaveLength(0);
	});

	it('stops within a slice of a wait when the execution is cancelled', async () => {
		const runtime = fakeRuntime([text(429, '')]);
		const { sleep } = runtime;
		runtime.sleep = async (milliseconds) => {
			await sleep(milliseconds);
			runtime.abort();
		};
		expect(failureOf(await call(runtime, halo, GET))).toMatchObject({
			code: 'cancelled',
			uncertain: false,
		});
		expect(waited(runtime.slept)).toBe(500);
	});

	it('calls a write that was cut by cancelling uncertain, unless it never left', async () => {
		const cut = await failureFrom(halo, POST, { kind: 'lost', cause: 'cancelled', detail: '' });
		expect(cut.failure).toMatchObject({ code: 'cancelled', uncertain: true });
		const unsent = await failureFrom(halo, POST, {
			kind: 'lost',
			cause: 'cancelled',
			detail: '',
			sent: false,
		});
		expect(unsent.failure.uncertain).toBe(false);
	});

	it.each([
		['a wrong secret', stellr, { status: 401, detail: 'invalid_client: bad' }, 'signInRefused'],
		['an ungranted scope', halo, { status: 400, detail: 'invalid_scope' }, 'signInRefused'],
		[
			'a page instead of a token service',
			halo,
			{ status: 200, detail: 'Expected JSON' },
			'signInUnavailable',
		],
		[
			'a token address that is not there',
			halo,
			{ status: 404, detail: 'HTTP status 404' },
			'signInUnavailable',
		],
		['a wrong tenant', halo, { status: 500, detail: 'status 500' }, 'wrongTenant'],
		[
			'a 500 of the Stellr token service',
			stellr,
			{ status: 500, detail: 'status 500' },
			'signInUnavailable',
		],
		[
			'no answer of the token service',
			halo,
			{ detail: 'the host refused the connection' },
			'signInUnavailable',
		],
	] as const)('tells %s from the rest', async (_, about, lost, code) => {
		const { failure } = await failureFrom(about, POST, { kind: 'lost', cause: 'signIn', ...lost });
		expect(failure).toMatchObject({ code, uncertain: false });
	});

	it('waits when the token service itself has enough, even for a write', async () => {
		const runtime = fakeRuntime([
			{ kind: 'lost', cause: 'signIn', status: 429, detail: 'Retry later' },
			json(200, {}),
		]);
		expect((await call(runtime, halo, POST)).ok).toBe(true);
	});
});
