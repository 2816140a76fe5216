import { limitHttp } from '../../../core/http/limitHttp';
import type { LimitedCaller } from '../../../core/http/limitHttp';
import { createLimiter } from '../../../core/http/limiter';
import type { Limiter, LimiterOptions } from '../../../core/http/limiter';
import type { Http, HttpOutcome } from '../../../core/http/types';
import { fakeRuntime, json, text } from './fakeRuntime';
import type { FakeRuntime } from './fakeRuntime';

const GET = { method: 'GET' as const, path: '/' };

function limiterOn(clock: FakeRuntime, options: Partial<LimiterOptions>): Limiter {
	return createLimiter({ concurrency: 1, refusedWaits: [5000, 10_000, 20_000], ...options }, clock);
}

function limited(
	runtime: FakeRuntime,
	limiter: Limiter,
	caller: Partial<LimitedCaller> = {},
	http: Http = runtime.http,
): Http {
	return limitHttp(http, limiter, { flow: '1', signal: runtime.signal, ...caller }, runtime);
}

/** Everything has happened that needs no time. */
async function settled(): Promise<void> {
	for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

/** An API that answers only when it is told to. */
function slowApi() {
	const finish: Array<(outcome: HttpOutcome) => void> = [];
	const begun: string[] = [];
	const http: Http = async ({ path }) => {
		begun.push(path);
		return await new Promise<HttpOutcome>((resolve) => finish.push(resolve));
	};
	const answerNext = async () => {
		await settled();
		finish.shift()?.(json(200, {}));
		await settled();
	};
	return { http, begun, answerNext };
}

describe('the limiter', () => {
	it('begins no more requests in a rolling window than allowed', async () => {
		const begun: number[] = [];
		const runtime = fakeRuntime(() => {
			begun.push(runtime.now());
			return json(200, {});
		});
		const http = limited(
			runtime,
			limiterOn(runtime, { window: { perWindow: 3, windowMs: 10_000 } }),
		);
		for (let index = 0; index < 7; index++) await http(GET);
		const since = begun.map((time) => time - begun[0]);
		expect(since).toEqual([0, 0, 0, 10_000, 10_000, 10_000, 20_000]);
	});

	it('has no more requests under way than allowed', async () => {
		const runtime = fakeRuntime([]);
		const api = slowApi();
		const http = limited(runtime, limiterOn(runtime, { concurrency: 2 }), {}, api.http);
		const all = Array.from({ length: 5 }, async () => await http(GET));
		for (const under of [2, 3, 4, 5, 5]) {
			await settled();
			expect(api.begun).toHaveLength(under);
			await api.answerNext();
		}
		expect(await Promise.all(all)).toHaveLength(5);
	});

	it('tells how long the API took, without the wait for a turn', async () => {
		const runtime = fakeRuntime([]);
		const slow: Http = async () => {
			await runtime.sleep(300);
			return json(200, {});
		};
		const window = { perWindow: 1, windowMs: 10_000 };
		const http = limited(runtime, limiterOn(runtime, { window }), {}, slow);
		await http(GET);
		expect(await http(GET)).toMatchObject({ kind: 'answer', tookMs: 300 });
		expect(runtime.now()).toBeGreaterThan(10_000);
	});

	it('gives turns round by flow: ten requests do not wait for the hundred of another', async () => {
		const runtime = fakeRuntime([]);
		const api = slowApi();
		const limiter = limiterOn(runtime, {});
		const big = limited(runtime, limiter, { flow: 'big' }, api.http);
		const small = limited(runtime, limiter, { flow: 'small' }, api.http);
		const all = Array.from({ length: 100 }, async () => await big({ ...GET, path: '/big' }));
		for (let index = 0; index < 10; index++) all.push(small({ ...GET, path: '/small' }));
		for (let answered = 0; answered < 110; answered++) await api.answerNext();
		await Promise.all(all);
		expect(api.begun.slice(0, 21).filter((path) => path === '/small')).toHaveLength(10);
	});

	it('gives the turns of a window round by flow, too', async () => {
		const begun: string[] = [];
		const runtime = fakeRuntime(({ path }) => {
			begun.push(path);
			return json(200, {});
		});
		const limiter = limiterOn(runtime, { window: { perWindow: 4, windowMs: 10_000 } });
		await Promise.all(
			['/a', '/a', '/a', '/a', '/a', '/a', '/b', '/b', '/c'].map(
				async (path) => await limited(runtime, limiter, { flow: path })({ ...GET, path }),
			),
		);
		expect(begun.slice(0, 5)).toEqual(['/a', '/a', '/b', '/c', '/a']);
	});

	it('gives its place back when the request throws', async () => {
		const runtime = fakeRuntime([json(200, {})]);
		const limiter = limiterOn(runtime, {});
		const broken = limited(runtime, limiter, {}, async () => await Promise.reject(new Error('no')));
		await expect(broken(GET)).rejects.toThrow('no');
		expect(await limited(runtime, limiter)(GET)).toMatchObject({ status: 200 });
	});

	it('goes by the newest settings, also for those who wait already', async () => {
		const runtime = fakeRuntime([json(200, {})]);
		const limiter = limiterOn(runtime, { window: { perWindow: 1, windowMs: 600_000 } });
		const http = limited(runtime, limiter);
		const start = runtime.now();
		await http(GET);
		const second = http(GET);
		limiter.options = { ...limiter.options, window: { perWindow: 2, windowMs: 600_000 } };
		await second;
		expect(runtime.now() - start).toBeLessThanOrEqual(500);
	});
});

describe('the clock', () => {
	it('may be put back an hour: a window and a pause take no longer than they do', async () => {
		const runtime = fakeRuntime([json(200, {}), text(429, '', { 'retry-after': '20' })]);
		let putBack = 0;
		const clock = { ...runtime, now: () => runtime.now() - putBack };
		const window = { perWindow: 1, windowMs: 10_000 };
		const limiter = limiterOn(clock, { window });
		const http = limited(clock, limiter);
		const start = runtime.now();
		await http(GET);
		putBack = 3_600_000;
		await http(GET);
		expect(runtime.now() - start).toBeLessThanOrEqual(10_500);
		putBack *= 2;
		await http(GET);
		expect(runtime.now() - start).toBeLessThanOrEqual(31_000);
		expect(limiter.heldBackMs()).toBeGreaterThanOrEqual(30_000);
	});
});

describe('a limiter without a window', () => {
	it('keeps no record of requests: a window that is set later counts from then on', async () => {
		const runtime = fakeRuntime([json(200, {})]);
		const limiter = limiterOn(runtime, {});
		const http = limited(runtime, limiter);
		for (let index = 0; index < 10; index++) await http(GET);
		limiter.options = { ...limiter.options, window: { perWindow: 2, windowMs: 10_000 } };
		const start = runtime.now();
		await http(GET);
		await http(GET);
		expect(runtime.now() - start).toBe(0);
		await http(GET);
		expect(runtime.now() - start).toBe(10_000);
	});
});

describe('a refusal', () => {
	it('that names a time beyond all reason holds nobody up for ever', async () => {
		const runtime = fakeRuntime([text(429, '', { 'retry-after': '31536000' }), json(200, {})]);
		const limiter = limiterOn(runtime, {});
		const start = runtime.now();
		await limited(runtime, limiter)(GET);
		await limited(runtime, limiter)(GET);
		expect(runtime.now() - start).toBe(3_600_000);
	});

	it('lets nobody begin before the time that it named', async () => {
		const runtime = fakeRuntime([text(429, '', { 'retry-after': '4' }), json(200, {})]);
		const limiter = limiterOn(runtime, {});
		const start = runtime.now();
		await limited(runtime, limiter)(GET);
		await limited(runtime, limiter, { flow: 'another' })(GET);
		expect(runtime.now() - start).toBe(4000);
	});

	it('that names no time makes everybody wait, longer with each in a row, and briefly again after an answer', async () => {
		const answers = [429, 429, 429, 429, 200, 429, 200];
		const begun: number[] = [];
		const runtime = fakeRuntime((_, index) => {
			begun.push(runtime.now());
			return text(answers[index], '');
		});
		const limiter = limiterOn(runtime, {});
		for (let index = 0; index < 7; index++) {
			await limited(runtime, limiter, { flow: String(index) })(GET);
		}
		const waits = begun.slice(1).map((time, index) => time - begun[index]);
		expect(waits).toEqual([5000, 10_000, 20_000, 20_000, 0, 5000]);
	});

	it('of several requests under way at once counts once', async () => {
		const runtime = fakeRuntime([]);
		const limiter = limiterOn(runtime, { concurrency: 3 });
		const refusing = limited(runtime, limiter, {}, async () => text(429, ''));
		const start = runtime.now();
		await Promise.all([refusing(GET), refusing(GET), refusing(GET)]);
		await limited(runtime, limiter, {}, async () => json(200, {}))(GET);
		expect(runtime.now() - start).toBe(5000);
	});

	it('of the sign-in counts as well', async () => {
		const runtime = fakeRuntime([
			{ kind: 'lost', cause: 'signIn', status: 429, detail: 'slow down' },
			json(200, {}),
		]);
		const limiter = limiterOn(runtime, {});
		const start = runtime.now();
		await limited(runtime, limiter)(GET);
		await limited(runtime, limiter)(GET);
		expect(runtime.now() - start).toBe(5000);
	});
});

describe('a cancelled execution', () => {
	it('does not send what waited for the window, and is answered at once', async () => {
		const runtime = fakeRuntime([json(200, {})]);
		const limiter = limiterOn(runtime, { window: { perWindow: 1, windowMs: 60_000 } });
		await limited(runtime, limiter)(GET);
		const waiting = limited(runtime, limiter)(GET);
		runtime.abort();
		expect(await waiting).toMatchObject({ kind: 'lost', cause: 'cancelled', sent: false });
		expect(runtime.requests).toHaveLength(1);
		expect(runtime.slept.length).toBeLessThanOrEqual(2);
	});

	it('is answered though the API is still silent, and lets the next one begin', async () => {
		const runtime = fakeRuntime([]);
		const limiter = limiterOn(runtime, {});
		const silent = limited(runtime, limiter, {}, async () => await new Promise(() => {}));
		const cut = silent({ method: 'POST', path: '/' });
		await Promise.resolve();
		runtime.abort();
		const outcome = await cut;
		expect(outcome).toMatchObject({ kind: 'lost', cause: 'cancelled' });
		// Nobody knows whether the write was carried out.
		expect(outcome).not.toHaveProperty('sent');
		const other = fakeRuntime([json(200, {})]);
		expect(await limited(other, limiter)(GET)).toMatchObject({ status: 200 });
	});

	it('leaves the queue at once and keeps the places of the others', async () => {
		const clock = fakeRuntime([]);
		const limiter = limiterOn(clock, {});
		const api = slowApi();
		const [first, second, third] = [fakeRuntime([]), fakeRuntime([]), fakeRuntime([])];
		const one = limited(first, limiter, {}, api.http)(GET);
		const two = limited(second, limiter, {}, api.http)(GET);
		const three = limited(third, limiter, {}, api.http)(GET);
		await Promise.resolve();
		second.abort();
		expect(await two).toMatchObject({ cause: 'cancelled', sent: false });
		expect(api.begun).toHaveLength(1);
		await api.answerNext();
		expect(await one).toMatchObject({ status: 200 });
		await api.answerNext();
		expect(await three).toMatchObject({ status: 200 });
	});
});

describe('who waits for the limit', () => {
	it('is told so meanwhile, and afterwards how long it was in all', async () => {
		const runtime = fakeRuntime([json(200, {})]);
		const limiter = limiterOn(runtime, { window: { perWindow: 2, windowMs: 10_000 } });
		const announced: number[] = [];
		const inAll: number[] = [];
		const http = limited(runtime, limiter, {
			onHeldBack: (wait) => announced.push(wait),
			onHeldBackSoFar: (waited) => inAll.push(waited),
		});
		await Promise.all([http(GET), http(GET), http(GET), http(GET), http(GET)]);
		expect(announced[0]).toBe(10_000);
		// Two requests waited side by side: that is 10 s, not 20.
		expect(inAll).toEqual([10_000, 10_000, 20_000]);
	});

	it('is told nothing where only other requests of the same moment are in the way', async () => {
		const runtime = fakeRuntime([json(200, {})]);
		const onHeldBack = jest.fn();
		const http = limited(runtime, limiterOn(runtime, {}), { onHeldBack });
		await Promise.all([http(GET), http(GET), http(GET)]);
		expect(onHeldBack).not.toHaveBeenCalled();
	});

	it('goes on, and so do the others, where telling it fails', async () => {
		const runtime = fakeRuntime([json(200, {})]);
		const limiter = limiterOn(runtime, { window: { perWindow: 1, windowMs: 10_000 } });
		const fail = () => {
			throw new Error('the editor is gone');
		};
		const deaf = limited(runtime, limiter, { onHeldBack: fail, onHeldBackSoFar: fail });
		const other = limited(runtime, limiter, { flow: 'another' });
		const outcomes = await Promise.all([deaf(GET), deaf(GET), other(GET), deaf(GET)]);
		expect(outcomes.map((outcome) => outcome.kind)).toEqual(Array(4).fill('answer'));
	});
});
