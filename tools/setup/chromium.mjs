import { existsSync } from 'node:fs';
import { installPackages, mayInstallPackages } from './aptGet.mjs';
import { say, SetupStop } from './say.mjs';

const PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The path of a Chromium or Chrome: the one that STELLR_HALO_CHROMIUM names, else the first that is installed; with root and
 * apt-get it is installed when there is none.
 */
export function ensureChromium({ purpose = 'The browser tests need', places = PLACES } = {}) {
	const named = process.env.STELLR_HALO_CHROMIUM;
	if (named) {
		if (existsSync(named)) return named;
		throw new SetupStop(
			`STELLR_HALO_CHROMIUM names ${named}, and there is no such file. Correct it, or leave it empty to use the browser that is installed.`,
		);
	}
	const found = installed(places);
	if (found !== undefined) return found;
	if (mayInstallPackages()) {
		say('Chromium is not installed yet. Installing it with apt-get (about 0.4 GB).');
		installPackages(['chromium', 'fonts-liberation']);
		const now = installed(places);
		if (now !== undefined) return now;
	}
	throw new SetupStop(
		`${purpose} Chromium or Chrome, and there is none. Install it (Debian: sudo apt-get install chromium), or give its path in STELLR_HALO_CHROMIUM, then run the command again.`,
	);
}

function installed(places) {
	return places.find((place) => existsSync(place));
}
