/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs on the developer's machine, not inside n8n */
import { setTimeout as pause } from 'node:timers/promises';

/** A CPU profile as V8 gives it. */
export interface CpuProfile {
	nodes: Array<{ id: number; callFrame: CallFrame; children?: number[] }>;
	samples: number[];
	/** Microseconds since the sample before. */
	timeDeltas: number[];
}

interface CallFrame {
	functionName: string;
	url: string;
	lineNumber: number;
}

const SAMPLE_MICROSECONDS = 500;

/** What another Node process does while some work goes on; it was started with `--inspect-port=PORT`. */
export async function profileOf(
	{ pid, port }: { pid: number; port: number },
	work: () => Promise<void>,
): Promise<CpuProfile> {
	// Opens the inspector.
	process.kill(pid, 'SIGUSR1');
	const session = await connected(port);
	await session.call('Profiler.enable');
	await session.call('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS });
	await session.call('Profiler.start');
	await work();
	const { profile } = await session.call('Profiler.stop');
	session.close();
	return profile as CpuProfile;
}

interface Session {
	call: (method: string, params?: object) => Promise<Record<string, unknown>>;
	close: () => void;
}

async function connected(port: number): Promise<Session> {
	const socket = new WebSocket(await debuggerUrl(port));
	await new Promise((resolve, reject) => {
		socket.addEventListener('open', resolve);
		socket.addEventListener('error', reject);
	});
	const waiting = new Map<number, (result: Record<string, unknown>) => void>();
	socket.addEventListener('message', ({ data }) => {
		const { id, result } = JSON.parse(String(data)) as {
			id?: number;
			result?: Record<string, unknown>;
		};
		if (id !== undefined) waiting.get(id)?.(result ?? {});
	});
	let calls = 0;
	return {
		call: async (method, params = {}) =>
			await new Promise((resolve) => {
				calls += 1;
				waiting.set(calls, resolve);
				socket.send(JSON.stringify({ id: calls, method, params }));
			}),
		close: () => socket.close(),
	};
}

async function debuggerUrl(port: number): Promise<string> {
	for (let attempt = 0; attempt < 50; attempt += 1) {
		try {
			const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
			const [target] = (await answer.json()) as Array<{ webSocketDebuggerUrl: string }>;
			return target.webSocketDebuggerUrl;
		} catch {
			await pause(100);
		}
	}
	throw new Error('The inspector of n8n did not open');
}

/**
 * Seconds in functions whose file's address holds the mark, or that they called in Node itself or in the given
 * libraries; and the functions that took the most of it.
 */
export function secondsIn(
	profile: CpuProfile,
	mark: string,
	libraries: RegExp,
): { seconds: number; byFunction: Map<string, number> } {
	const frames = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
	const parents = new Map<number, number>();
	for (const { id, children = [] } of profile.nodes)
		for (const child of children) parents.set(child, id);
	const ownerOf = (id: number): CallFrame | null => {
		for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
			const frame = frames.get(at);
			if (frame === undefined) return null;
			if (frame.url.includes(mark)) return frame;
			const passes = frame.url === '' || frame.url.startsWith('node:') || libraries.test(frame.url);
			if (!passes) return null;
		}
		return null;
	};
	const owners = new Map(profile.nodes.map(({ id }) => [id, ownerOf(id)]));
	const byFunction = new Map<string, number>();
	let seconds = 0;
	profile.samples.forEach((id, at) => {
		const owner = owners.get(id);
		if (owner === null || owner === undefined) return;
		const spent = profile.timeDeltas[at] / 1e6;
		const name = `${owner.functionName || '(anonymous)'} ${owner.url.split(mark).at(-1)}:${owner.lineNumber + 1}`;
		seconds += spent;
		byFunction.set(name, (byFunction.get(name) ?? 0) + spent);
	});
	return { seconds, byFunction };
}
