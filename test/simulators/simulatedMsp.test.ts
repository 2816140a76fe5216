/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions */
/** Both simulators over one world, and the command that starts them. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { startSimulatedMsp } from '../../simulators/simulatedMsp';
import type { MspAddresses, SimulatedMsp } from '../../simulators/simulatedMsp';
import type { NightChange } from '../../simulators/world/nights';
import { mainJobCustomers } from '../../simulators/world/scenarios/mainJob';
import { get } from './stellr/client';

describe('a simulated MSP', () => {
	let msp: SimulatedMsp;

	beforeAll(async () => {
		msp = await startSimulatedMsp({ customers: 60, seed: 3 });
	});
	afterAll(async () => msp.stop());

	const ask = async (path: string, method = 'GET'): Promise<unknown> =>
		(await fetch(msp.stellr.url + path, { method })).json();

	it('serves every account’s customers to its own credentials', async () => {
		for (const { label, customers } of msp.stellr.state.accounts) {
			const { body } = await get(msp.stellr, '/api/v1/cloud/customers?pageNo=1&pageSize=1', label);
			expect(body.data?.total).toBe(customers.length);
		}
	});

	it('lets a night pass over both sides, and goes back to the start on reset', async () => {
		const start = structuredClone(msp.world());
		const changes = (await ask('/_sim/night', 'POST')) as NightChange[];
		const edits = changes.filter(({ kind }) => kind === 'staffEdit');
		expect(edits).toHaveLength(2);
		for (const { licenceId, after } of edits) {
			expect(msp.halo.state.licences.find(({ id }) => id === licenceId)?.count).toBe(after);
		}
		expect(msp.stellr.state).not.toEqual(start.stellr);
		expect(msp.world().asOf).toBe('2026-11-21');
		expect(await ask('/_sim/truth')).toEqual(msp.world().truth);
		await ask('/_sim/reset', 'POST');
		msp.halo.reset();
		expect(msp.world()).toEqual(start);
		expect(await ask('/_sim/night', 'POST')).toEqual(changes);
	});

	it('starts over a world made elsewhere, with switches of either side', async () => {
		const other = await startSimulatedMsp({
			world: mainJobCustomers(),
			rateLimit: 5,
			rateWindow: 10,
			stellrSwitches: { nameKey: 'companyName' },
			haloSwitches: { snowid: 'dropped' },
		});
		expect(other.stellr.state.accounts[0].customers).toHaveLength(200);
		expect(other.stellr.switches).toMatchObject({
			nameKey: 'companyName',
			rateLimit: { requests: 5, windowSeconds: 10 },
		});
		expect(other.halo.switches).toMatchObject({
			snowid: 'dropped',
			rateLimit: 5,
			rateWindowSeconds: 10,
		});
		await other.stop();
	});
});

describe('npm run simulators', () => {
	it('prints one line of JSON, answers at the printed addresses, and ends on SIGTERM', async () => {
		const args = [
			'--import',
			'tsx',
			'simulators/cli.ts',
			'--scenario',
			'main-job',
			'--latency',
			'5',
		];
		const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
		const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
		const lines: string[] = [];
		const reader = createInterface({ input: child.stdout });
		const first = new Promise<void>((resolve) =>
			reader.on('line', (line) => (lines.push(line), resolve())),
		);
		try {
			await Promise.race([first, ended]);
			const { stellr, halo } = JSON.parse(lines[0]) as MspAddresses;
			expect(stellr.accounts).toEqual([
				{ label: 'us', clientId: 'stellr-us-id', clientSecret: 'stellr-us-secret' },
			]);
			const truth = (await (await fetch(`${stellr.url}/_sim/truth`)).json()) as {
				customers: unknown[];
			};
			expect(truth.customers).toHaveLength(200);
			expect((await fetch(`${halo.apiUrl}/authinfo`)).status).toBe(200);
		} finally {
			child.kill('SIGTERM');
		}
		expect(await ended).toBe(0);
		expect(lines).toHaveLength(1);
	}, 30_000);
});
