/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- runs on the developer's machine, not inside n8n */
/**
 * `npm run demo`: the whole job in a real n8n, against a simulated Stellr and a simulated HaloPSA. Node 24 and n8n are
 * installed by tools/run-node24.mjs before this starts.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { startHaloSimulator } from '../../simulators/halo/server';
import { startStellrSimulator } from '../../simulators/stellr/server';
import { haloCredential, stellrCredentials } from '../host/accounts';
import { startN8n } from '../host/startN8n';
import { Cleanup } from './cleanup';
import { allowCreates } from './flowSettings';
import { keepOpen, packedPackage, step } from './course';
import { readOptions, type DemoOptions } from './options';
import { render } from './render';
import { FLOWS, runFlow } from './runFlows';
import { runReport } from './runReport';
import { summarise, type DemoSummary } from './summary';
import { unpreparedDemo } from './unprepared';
import { demoWorld } from './world';

const WORKFLOWS = path.resolve(__dirname, '../../workflows');
/** In five minutes. Nobody else asks the demo's Halo, so that half of it need not be left to others. */
const HALO_ALLOWS = 300;

async function demo(options: DemoOptions, cleanup: Cleanup): Promise<void> {
	const tarball = await packedPackage(options, cleanup);
	const world = demoWorld(options.customers, options.seed);
	const stellr = await startStellrSimulator(world.stellr);
	cleanup.add(stellr.stop);
	const halo = await startHaloSimulator(world.halo);
	cleanup.add(async () => await halo.stop());
	console.log(`✓ Simulators: Stellr at ${stellr.url}, Halo at ${halo.url}`);

	const n8n = await step('Starting n8n, importing accounts and flows', async () => {
		const running = await startN8n({
			folder: path.join(options.folder, 'n8n'),
			tarball,
			port: options.port ?? undefined,
			credentials: [...stellrCredentials(stellr), haloCredential(halo, HALO_ALLOWS)],
			workflows: [WORKFLOWS],
			onSpawn: (stop) => cleanup.add(stop),
		});
		await allowCreates(running.rest);
		return running;
	});
	console.log(
		'✓ The demo has nobody to review the mapping, so its flow links and creates without asking (First Mapping: Apply, Create Missing Clients: On)',
	);

	const clients = await step(
		`Running "${FLOWS.importCustomers}"`,
		async () => await runFlow(n8n.rest, FLOWS.importCustomers),
	);
	const licences = await step(
		`Running "${FLOWS.updateLicences}"`,
		async () => await runFlow(n8n.rest, FLOWS.updateLicences),
	);
	const reports = path.join(options.folder, 'reports');
	const drift = await step(
		`Running "${FLOWS.driftReport}"`,
		async () => await runReport(n8n.rest, FLOWS.driftReport, reports),
	);
	const renewals = await step(
		`Running "${FLOWS.renewalRadar}"`,
		async () => await runReport(n8n.rest, FLOWS.renewalRadar, reports),
	);
	const summary = summarise({ world, stellr, halo, clients, licences, drift, renewals });
	report(summary, options);
	if (options.once) return;
	console.log('n8n greets with a page of its own. The flows, and what they did, are at');
	console.log(`  ${n8n.url}/home/workflows`);
	console.log(
		`  Open "${FLOWS.updateLicences}", then Executions, the run in the list, and its node Plan licences: Held says what waits, and why.`,
	);
	await keepOpen(n8n, options);
}

function report(summary: DemoSummary, options: DemoOptions): void {
	console.log(`\n${render(summary)}\n`);
	if (options.json === null) return;
	writeFileSync(options.json, `${JSON.stringify(summary, null, '\t')}\n`);
	console.log(`The summary is in ${options.json}`);
}

async function main(): Promise<void> {
	const cleanup = new Cleanup();
	try {
		const options = readOptions(process.argv.slice(2));
		await (options.unprepared ? unpreparedDemo : demo)(options, cleanup);
	} catch (reason) {
		if (!cleanup.started) {
			console.error(`\n${reason instanceof Error ? reason.message : String(reason)}`);
			process.exitCode = 1;
		}
	} finally {
		await cleanup.run();
	}
}

void main();
