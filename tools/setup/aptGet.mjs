import { spawnSync } from 'node:child_process';

/** Whether this user may install Debian's packages here. */
export function mayInstallPackages() {
	if (process.getuid?.() !== 0) return false;
	return spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** Installs Debian's packages without a question. Whether that went well is for the caller to see. */
export function installPackages(names) {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' });
	spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
		env,
		stdio: 'ignore',
	});
}
