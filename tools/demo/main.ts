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
import { startN8n, type RunningN8n } from '../host/startN8n';
import { buildProject, packProject } from '../package/pack';
import { Cleanup } from './cleanup';
import { closeDemoFolder, openDemoFolder } from './folder';
import { allowCreates } from './flowSettings';
import { readOptions, type DemoOptions } from './options';
import { render } from './render';
import { FLOWS, runFlow } from './runFlows';
import { runReport } from './runReport';
import { summarise, type DemoSummary } from './summary';
import { demoWorld } from './world';

const WORKFLOWS = path.resolve(__dirname, '../../workflows');

async function demo(options: DemoOptions, cleanup: Cleanup): Promise<void> {
	openDemoFolder(options.folder);
	cleanup.add(() => closeDemoFolder(options.folder));

	await step('Building the package', buildProject);
	const tarball = await step('Packing it', async () => await packProject(options.folder));

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
			credentials: [...stellrCredentials(stellr), haloCredential(halo)],
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
	if (!options.once) await keepOpen(n8n, options);
}

function report(summary: DemoSummary, options: DemoOptions): void {
	console.log(`\n${render(summary)}\n`);
	if (options.json === null) return;
	writeFileSync(options.json, `${JSON.stringify(summary, null, '\t')}\n`);
	console.log(`The summary is in ${options.json}`);
}

async function keepOpen(n8n: RunningN8n, options: DemoOptions): Promise<void> {
	console.log(`n8n stays open at ${n8n.url}`);
	console.log(`  e-mail ${n8n.email}, password ${n8n.password}`);
	console.log(`  its state and log are in ${options.folder}; end with Ctrl-C`);
	await n8n.ended;
	throw new Error(`n8n ended by itself; its log is ${n8n.logFile}`);
}

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
	const started = Date.now();
	console.log(`… ${name}`);
	const result = await work();
	console.log(`✓ ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
	return result;
}

async function main(): Promise<void> {
	const cleanup = new Cleanup();
	try {
		await demo(readOptions(process.argv.slice(2)), cleanup);
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
