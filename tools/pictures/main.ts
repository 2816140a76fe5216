/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- runs on the developer's machine, not inside n8n */
/** The pictures in docs/: the canvas, a node's form, what nodes put out, and both reports. Started by tools/pictures.mjs. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { startHaloSimulator } from '../../simulators/halo/server';
import { startStellrSimulator } from '../../simulators/stellr/server';
import { openBrowser, signInAt } from '../browser/chromium';
import { Editor } from '../browser/editor';
import { Cleanup } from '../demo/cleanup';
import { allowCreates } from '../demo/flowSettings';
import { FLOWS, runFlow } from '../demo/runFlows';
import { runReport } from '../demo/runReport';
import { demoWorld } from '../demo/world';
import { haloCredential, stellrCredentials } from '../host/accounts';
import type { RestClient } from '../host/restClient';
import { startN8n, type RunningN8n } from '../host/startN8n';
import { buildProject, packProject } from '../package/pack';
import { canvasPicture, formPicture, outputPicture } from './ofEditor';
import { reportPicture } from './ofReports';

const PROJECT = path.resolve(__dirname, '../..');
const FOLDER = path.join(PROJECT, '.browser', 'pictures');

const CANVAS_SCREEN = { width: 1664, height: 1000 };
/** A table is cut at the lower edge of the window. */
const OUTPUT_SCREEN = { width: 1664, height: 760 };
/** So high that the form needs no scrolling. */
const FORM_SCREEN = { width: 1664, height: 1300 };

const docs = (name: string) => path.join(PROJECT, 'docs', `${name}.png`);

async function startEverything(cleanup: Cleanup): Promise<RunningN8n> {
	rmSync(FOLDER, { recursive: true, force: true });
	await buildProject();
	const tarball = await packProject(FOLDER);
	const world = demoWorld(120, 1);
	const stellr = await startStellrSimulator(world.stellr);
	cleanup.add(stellr.stop);
	const halo = await startHaloSimulator(world.halo);
	cleanup.add(async () => await halo.stop());
	return await startN8n({
		folder: path.join(FOLDER, 'n8n'),
		tarball,
		credentials: [...stellrCredentials(stellr), haloCredential(halo, 100_000)],
		workflows: [path.join(PROJECT, 'workflows')],
		onSpawn: (stop) => cleanup.add(stop),
	});
}

/** Each flow is opened as it was imported, and run by its button. */
async function picturesOfEditor({ rest, ...n8n }: RunningN8n, browser: Browser): Promise<void> {
	const page = await browser.newPage({ viewport: CANVAS_SCREEN });
	await signInAt(page, n8n);
	const editor = new Editor(page, n8n.url);

	await editor.openWorkflow(await rest.findWorkflow('Quick start'));
	await canvasPicture(editor, docs('quick-start'));

	await page.setViewportSize(OUTPUT_SCREEN);
	await editor.openWorkflow(await rest.findWorkflow('Connection check'));
	await editor.execute();
	await editor.openNode('Connection Check');
	await outputPicture(editor, 'Checks', docs('connection-check'));
	await editor.closeNode();

	await allowCreates(rest);
	await runFlow(rest, FLOWS.importCustomers);
	await openGuardrails(rest);
	await page.setViewportSize(FORM_SCREEN);
	await editor.openWorkflow(await rest.findWorkflow(FLOWS.updateLicences));
	await editor.openNode('Plan licences');
	await formPicture(editor, docs('node-form'));
	await editor.closeNode();
	await page.setViewportSize(OUTPUT_SCREEN);
	await editor.execute();
	await editor.openNode('Plan licences');
	await outputPicture(editor, 'Held', docs('plan-licences'));
}

/** Some guardrails as a user sees them who adds them to the form, at the values they have anyway. */
async function openGuardrails(rest: RestClient): Promise<void> {
	const workflow = await rest.findWorkflow(FLOWS.updateLicences);
	for (const { name, parameters } of workflow.nodes) {
		if (name !== 'Plan licences') continue;
		parameters.guardrails = { billingFreeze: true, decreasePercent: 25, increaseSeats: 10 };
	}
	await rest.updateWorkflow(workflow);
}

async function picturesOfReports({ rest }: RunningN8n, browser: Browser): Promise<void> {
	for (const { flow, height } of [
		{ flow: FLOWS.driftReport, height: 1180 },
		{ flow: FLOWS.renewalRadar, height: 900 },
	]) {
		const { page } = await runReport(rest, flow, FOLDER);
		await reportPicture(browser, page, height, docs(path.basename(page, '.html')));
	}
}

async function main(): Promise<void> {
	const cleanup = new Cleanup();
	try {
		const n8n = await startEverything(cleanup);
		const browser = await openBrowser();
		cleanup.add(async () => await browser.close());
		await picturesOfEditor(n8n, browser);
		await picturesOfReports(n8n, browser);
		console.log(
			`The pictures are in ${path.join(PROJECT, 'docs')}: look at each before you commit it.`,
		);
	} catch (reason) {
		if (!cleanup.started) {
			console.error(reason instanceof Error ? reason.message : String(reason));
			process.exitCode = 1;
		}
	} finally {
		await cleanup.run();
	}
}

void main();
