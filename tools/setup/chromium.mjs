import { existsSync } from 'node:fs';
import { installPackages, mayInstallPackages } from './aptGet.mjs';
import { say, SetupStop } from './say.mjs';

const PLACES = [
	process.env.STELLR_HALO_CHROMIUM,
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium or Chrome; with root and apt-get it is installed when there is none. */
export function ensureChromium() {
	const found = installed();
	if (found !== undefined) return found;
	if (mayInstallPackages()) {
		say('Chromium is not installed yet. Installing it with apt-get (about 0.4 GB).');
		installPackages(['chromium', 'fonts-liberation']);
		const now = installed();
		if (now !== undefined) return now;
	}
	throw new SetupStop(
		'The browser tests need Chromium or Chrome, and there is none. Install it (Debian: sudo apt-get install chromium), or give its path in STELLR_HALO_CHROMIUM, then run the command again.',
	);
}

function installed() {
	return PLACES.find((place) => place !== undefined && place !== '' && existsSync(place));
}
