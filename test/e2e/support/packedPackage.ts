/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- a test, runs outside n8n */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { buildProject, packProject } from '../../../tools/package/pack';

/** What a real n8n is started with; `say` tells how far the set-up is, with the seconds so far. */
export interface PackedPackage {
	folder: string;
	tarball: string;
	say: (text: string) => void;
}

/** Builds and packs the package into an emptied, gitignored folder of the project; n8n's log stays there after a run. */
export async function packedPackage(folderName: string): Promise<PackedPackage> {
	const started = Date.now();
	const folder = path.resolve(__dirname, '../../..', folderName);
	rmSync(folder, { recursive: true, force: true });
	console.log('\nBuilding and packing the package');
	await buildProject();
	const tarball = await packProject(folder);
	const say = (text: string) =>
		console.log(`${text} (${Math.round((Date.now() - started) / 1000)} s)`);
	return { folder, tarball, say };
}
