import { cpuSecondsOf } from '../../../tools/bench/processCpu';
import { MemoryPeak } from '../../../tools/bench/processMemory';
import type { RunningWorker } from '../../../tools/queue/worker';
import { databaseMegabytes } from './databaseSize';
import { queueHostAddress } from './queueHostAddress';
import type { Tenant } from './tenants';

/** What a stretch of work cost, for the console: time, requests, processor, memory, database. Linux only. */
export class Figures {
	private readonly started = Date.now();
	private readonly memory: MemoryPeak[];
	private readonly cpuBefore: number[];
	private readonly databaseBefore = databaseMegabytes();
	private readonly pids: number[];
	private readonly requestsBefore: Requests[];

	/** From now on. */
	constructor(
		private readonly tenants: Tenant[],
		workers: RunningWorker[],
	) {
		this.pids = [queueHostAddress().mainPid, ...workers.map(({ pid }) => pid)];
		this.memory = this.pids.map((pid) => new MemoryPeak(pid));
		this.cpuBefore = this.pids.map(cpuSecondsOf);
		this.requestsBefore = tenants.map(requestsOf);
	}

	/** Up to now. */
	tell(what: string): string {
		const seconds = (Date.now() - this.started) / 1000;
		const cpu = this.pids.map((pid, index) => cpuSecondsOf(pid) - this.cpuBefore[index]);
		const memory = this.memory.map((peak) => peak.ofProcess() ?? 0);
		const requests = this.tenants.map((tenant, index) => {
			const now = requestsOf(tenant);
			const before = this.requestsBefore[index];
			const writes = now.haloWrites - before.haloWrites;
			return `${now.halo - before.halo} (${writes} writes) and ${now.stellr - before.stellr}`;
		});
		const grown = databaseMegabytes() - this.databaseBefore;
		return [
			`${what}: ${seconds.toFixed(1)} s`,
			`  requests to each Halo and its Stellr: ${requests.join('; ')}`,
			`  CPU seconds of main and workers: ${inWords(cpu, 1)}`,
			`  highest memory of main and workers, MB: ${inWords(memory, 0)}`,
			`  PostgreSQL grew by ${grown.toFixed(1)} MB`,
		].join('\n');
	}
}

interface Requests {
	halo: number;
	haloWrites: number;
	stellr: number;
}

function requestsOf({ halo, stellr }: Tenant): Requests {
	const calls = halo.requests.entries.filter(({ isToken }) => !isToken);
	return {
		halo: calls.length,
		haloWrites: calls.filter(({ method }) => method !== 'GET').length,
		stellr: stellr.requests.counts().total,
	};
}

function inWords(values: number[], digits: number): string {
	return values.map((value) => value.toFixed(digits)).join(', ');
}
