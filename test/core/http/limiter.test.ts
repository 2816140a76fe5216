import { createLimiter, limitHttp } from '../../../core/http/limiter';
import type { HttpOutcome } from '../../../core/http/types';
import { fakeRuntime, json, text } from './fakeRuntime';

const GET = { method: 'GET' as const, path: '/' };

describe('the limiter', () => {
	it('begins no more requests in a rolling window than allowed', async () => {
		const begun: number[] = [];
		const runtime = fakeRuntime(() => {
			begun.push(runtime.now());
			return json(200, {});
		});
		const limiter = createLimiter({ concurrency: 1, perWindow: 3, windowMs: 10_000 });
		const http = limitHttp(runtime.http, limiter, runtime);
		for (let index = 0; index < 7; index++) await http(GET);
		const since = begun.map((time) => time - begun[0]);
		expect(since).toEqual([0, 0, 0, 10_000, 10_000, 10_000, 20_000]);
	});

	it('has no more requests under way than allowed', async () => {
		let underWay = 0;
		let most = 0;
		const finish: Array<() => void> = [];
		const runtime = fakeRuntime([]);
		const limiter = createLimiter({ concurrency: 2 });
		const http = limitHttp(
			async () => {
				most = Math.max(most, ++underWay);
				await new Promise<void>((resolve) => finish.push(resolve));
				underWay -= 1;
				return json(200, {});
			},
			limiter,
			runtime,
		);
		const all = Array.from({ length: 5 }, async () => await http(GET));
		for (let done = 0; done < 5; done++) {
			while (finish.length === 0) await Promise.resolve();
			finish.shift()?.();
			await Promise.resolve();
		}
		expect(await Promise.all(all)).toHaveLength(5);
		expect(most).toBe(2);
	});

	it('lets nobody begin before the time that a 429 named', async () => {
		const runtime = fakeRuntime([text(429, '', { 'retry-after': '4' }), json(200, {})]);
		const http = limitHttp(runtime.http, createLimiter({ concurrency: 1 }), runtime);
		const start = runtime.now();
		await http(GET);
		await http(GET);
		expect(runtime.now() - start).toBe(4000);
	});

	it('does not send what was cancelled while it waited', async () => {
		const runtime = fakeRuntime([json(200, {})]);
		const limiter = createLimiter({ concurrency: 1, perWindow: 1, windowMs: 60_000 });
		const http = limitHttp(runtime.http, limiter, runtime);
		await http(GET);
		const { sleep } = runtime;
		runtime.sleep = async (milliseconds) => {
			await sleep(milliseconds);
			runtime.abort();
		};
		const outcome: HttpOutcome = await limitHttp(runtime.http, limiter, runtime)(GET);
		expect(outcome).toMatchObject({ kind: 'lost', cause: 'cancelled', sent: false });
		expect(runtime.requests).toHaveLength(1);
	});

	it('gives its place back when the request throws', async () => {
		const runtime = fakeRuntime([]);
		const limiter = createLimiter({ concurrency: 1 });
		const broken = limitHttp(async () => await Promise.reject(new Error('no')), limiter, runtime);
		await expect(broken(GET)).rejects.toThrow('no');
		expect(await limitHttp(async () => json(200, {}), limiter, runtime)(GET)).toMatchObject({
			status: 200,
		});
	});

	it('answers a cancelled request at once, though the API is still silent, and lets the next one begin', async () => {
		const runtime = fakeRuntime([]);
		const limiter = createLimiter({ concurrency: 1 });
		const silent = limitHttp(async () => await new Promise(() => {}), limiter, runtime);
		const cut = silent({ method: 'POST', path: '/' });
		await Promise.resolve();
		runtime.abort();
		const outcome = await cut;
		expect(outcome).toMatchObject({ kind: 'lost', cause: 'cancelled' });
		// Nobody knows whether the write was carried out.
		expect(outcome).not.toHaveProperty('sent');
		const other = fakeRuntime([json(200, {})]);
		expect(await limitHttp(other.http, limiter, other)(GET)).toMatchObject({ status: 200 });
	});

	it('frees a cancelled request from the queue at once and keeps the places of the others', async () => {
		const limiter = createLimiter({ concurrency: 1 });
		const finish: Array<(outcome: HttpOutcome) => void> = [];
		const slow = async () => await new Promise<HttpOutcome>((resolve) => finish.push(resolve));
		const [first, second, third] = [fakeRuntime([]), fakeRuntime([]), fakeRuntime([])];
		const one = limitHttp(slow, limiter, first)(GET);
		const two = limitHttp(slow, limiter, second)(GET);
		const three = limitHttp(slow, limiter, third)(GET);
		await Promise.resolve();
		second.abort();
		expect(await two).toMatchObject({ cause: 'cancelled', sent: false });
		expect(finish).toHaveLength(1);
		finish[0](json(200, {}));
		expect(await one).toMatchObject({ status: 200 });
		while (finish.length < 2) await Promise.resolve();
		finish[1](json(200, {}));
		expect(await three).toMatchObject({ status: 200 });
	});
});
