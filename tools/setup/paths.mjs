import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Where Node 24 and n8n are kept, so that later clones need not install them again. */
export function cacheRoot() {
	return process.env.STELLR_HALO_CACHE
		? path.resolve(process.env.STELLR_HALO_CACHE)
		: path.join(homedir(), '.cache', 'n8n-nodes-stellr-halo');
}
