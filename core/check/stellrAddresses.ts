/** What the addresses of a Stellr credential say before anything is sent to them. */

export interface StellrAddresses {
	/** us, ca, br, mx or custom. */
	region: string;
	/** production or sandbox. */
	environment: string;
	baseUrl: string;
	tokenUrl: string;
}

export type AddressObjection =
	| { kind: 'ion' }
	| { kind: 'notTheApi'; host: string }
	| { kind: 'environment'; host: string; hostIs: 'production' | 'sandbox' }
	| { kind: 'region'; host: string; hostIs: string };

/** Hosts of TD SYNNEX only can be judged by their names; null when nothing speaks against them. */
export function addressObjection(addresses: StellrAddresses): AddressObjection | null {
	const { region, environment, baseUrl, tokenUrl } = addresses;
	const host = hostOf(baseUrl);
	if (isIon(host) || isIon(hostOf(tokenUrl))) return { kind: 'ion' };
	if (!/(^|\.)tdsynnex\.com$/.test(host)) return null;
	if (!/^api[.-]/.test(host)) return { kind: 'notTheApi', host };
	const hostIs = /\buat\b/.test(host) ? 'sandbox' : 'production';
	if (hostIs !== environment) return { kind: 'environment', host, hostIs };
	const hostRegion = regionOf(host);
	if (hostRegion !== null && region !== 'custom' && hostRegion !== region) {
		return { kind: 'region', host, hostIs: hostRegion };
	}
	return null;
}

/** Whether a region's usual host is what an address names; for a report that must not show others. */
export function isTdSynnexHost(address: string): boolean {
	return /(^|\.)tdsynnex\.com$/.test(hostOf(address));
}

export function hostOf(address: string): string {
	try {
		return new URL(address).host.toLowerCase();
	} catch {
		return '';
	}
}

function isIon(host: string): boolean {
	return host === 'ion.tdsynnex.com';
}

function regionOf(host: string): string | null {
	return /(?:^api-|\.)(?:uat-)?(us|ca|br|mx)\./.exec(host)?.[1] ?? null;
}
