/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- runs on the developer's machine, not inside n8n */
import path from 'node:path';
import { startHaloSimulator } from '../../simulators/halo/server';
import { startStellrSimulator } from '../../simulators/stellr/server';
import {
	unpreparedHalo,
	unpreparedStellr,
	unpreparedWorld,
} from '../../simulators/world/scenarios/unprepared';
import { startN8n } from '../host/startN8n';
import type { Cleanup } from './cleanup';
import { keepOpen, packedPackage, step } from './course';
import type { DemoOptions } from './options';

const WORKFLOWS = path.resolve(__dirname, '../../workflows');

/** An application as a Halo without a Tenant shows it, so that one thing less has to be copied. */
const HALO_APPLICATION = { clientId: 'n8n-at-this-halo', clientSecret: 'halo-simulator-secret' };

/**
 * `npm run demo -- --unprepared`: an empty n8n with the package in it, and two accounts that nobody has set up for it. Who
 * follows docs/first-hour.md does all the rest in the browser.
 */
export async function unpreparedDemo(options: DemoOptions, cleanup: Cleanup): Promise<void> {
	const tarball = await packedPackage(options, cleanup);
	const world = unpreparedWorld();
	const stellr = await startStellrSimulator(world.stellr, unpreparedStellr);
	cleanup.add(stellr.stop);
	const halo = await startHaloSimulator(world.halo, unpreparedHalo, {
		credentials: HALO_APPLICATION,
	});
	cleanup.add(async () => await halo.stop());
	const n8n = await step(
		'Starting n8n',
		async () =>
			await startN8n({
				folder: path.join(options.folder, 'n8n'),
				tarball,
				port: options.port ?? undefined,
				onSpawn: (stop) => cleanup.add(stop),
			}),
	);
	console.log('\nNothing is set up. Follow docs/first-hour.md with these addresses:');
	console.log(`  an empty workflow in n8n   ${n8n.url}/workflow/new`);
	console.log(`  the TD SYNNEX portal       ${stellr.portalUrl}`);
	console.log(`  the HaloPSA configuration  ${halo.settingsUrl}`);
	console.log(`  the page for approvals     ${n8n.url}/form/stellr-halo-approve`);
	console.log(`The flows to import are in ${WORKFLOWS}\n`);
	if (!options.once) await keepOpen(n8n, options);
}
