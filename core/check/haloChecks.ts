import type { ApiFailure, FailureCode } from '../http/failure';
import { rowsOfList } from '../halo/answers';
import type { KeyFieldChoice } from '../halo/keyField';
import { pageQuery, type HaloQuery } from '../halo/listQuery';
import { readNativeModule } from '../halo/nativeModule';
import type { Runtime } from '../http/types';
import { clockVerdict } from '../words/checkClock';
import {
	calculationNotRead,
	calculationVerdict,
	clientsRefused,
	haloChecks,
	nativeModuleVerdict,
	noClientsVisible,
	noHaloHere,
	noHaloToken,
	noTopLevelsVisible,
	notReadable,
	perhapsNoHalo,
	scopeRefused,
	scopeVerdict,
	tokenOfAnother,
	wrongTenant,
} from '../words/checkHalo';
import { CheckSheet, type Check } from './check';
import { clockAhead } from './clock';
import { lookAtHost, sameAuthServer, type HostSeen } from './haloHost';
import { checkKeyField, checkLicences } from './haloKeys';
import { quantityCalculation } from './haloQuantities';
import { scopeGranted } from './haloScope';
import type { Probe } from './probe';
import type { TokenFacts } from './token';

export interface HaloToCheck {
	/** Host, for the items. */
	host: string;
	tokenUrl: string;
	tenant: string;
	scope: string;
	/** The same host without the credential: nothing secret is sent. */
	withoutToken: Runtime;
	/** What n8n keeps of the token answer, read after the sign-in. */
	token: () => Promise<TokenFacts | null>;
	/** Null where Halo is to keep no keys. */
	keyField: KeyFieldChoice | null;
	licenceKeyField: string;
}

export interface HaloChecked {
	checks: Check[];
	host: HostSeen | null;
}

/** The checks of a side whose credential cannot be used at all. */
export function haloNotUsable(verdict: { seen: string; remedy: string }): Check[] {
	const sheet = new CheckSheet('halo', haloChecks);
	sheet.fail('credential', verdict);
	return sheet.all(nameOf('credential'));
}

/** Eight requests where all is well, one of them without a token. */
export async function checkHalo(probe: Probe, halo: HaloToCheck): Promise<HaloChecked> {
	const sheet = new CheckSheet('halo', haloChecks);
	sheet.account = halo.host;
	sheet.pass('credential', { seen: 'Both addresses are set.' });
	const host = await lookAtHost(halo.withoutToken);
	const inTheWay = await connect({ probe, sheet, host, halo });
	if (inTheWay === null) await readTheRest(probe, sheet, halo);
	const { ok, verdict } = clockVerdict(clockAhead(probe.answers), 'HaloPSA');
	decide(sheet, 'clock', ok, verdict);
	return { checks: sheet.all(inTheWay === null ? null : nameOf(inTheWay)), host };
}

interface Connecting {
	probe: Probe;
	sheet: CheckSheet;
	host: HostSeen;
	halo: HaloToCheck;
}

/** Answers the code of the check that keeps the rest from being made; null when there is a connection. */
async function connect(connecting: Connecting): Promise<string | null> {
	const { probe, sheet, host, halo } = connecting;
	if (host.kind === 'notHalo') {
		sheet.fail('host', noHaloHere(host.failure));
		return 'host';
	}
	const query = { includeactive: true, includeinactive: true, ...pageQuery(1, 25) };
	const answer = await probe.read('List Clients', '/Client', query);
	if (!answer.ok) {
		const inTheWay = whyNotConnected(connecting, answer.failure);
		if (inTheWay !== null) return inTheWay;
		sheet.fail('clients', clientsRefused(answer.failure));
	} else {
		judgeClients(sheet, answer.value, answer.requestId);
	}
	sheet.pass('host', { seen: 'A HaloPSA API answers at this address.' });
	sheet.pass('tenant', { seen: 'The sign-in took it.' });
	sheet.pass('signIn', { seen: 'HaloPSA gave a token, and took it.' });
	const token = await halo.token();
	const { ok, verdict } = scopeVerdict(scopeGranted(token?.scope ?? null));
	decide(sheet, 'scope', ok, verdict);
	return null;
}

const NOT_THIS_API: readonly FailureCode[] = ['notJson', 'notFound', 'unreachable'];

function whyNotConnected({ sheet, host, halo }: Connecting, failure: ApiFailure): string | null {
	if (host.kind === 'halo') {
		sheet.pass('host', { seen: 'A HaloPSA answers at this address.' });
	}
	const named = host.kind === 'halo' ? host.authUrl : null;
	const other = named !== null && !sameAuthServer(named, halo.tokenUrl) ? named : null;
	if (failure.code === 'wrongTenant') {
		sheet.fail('tenant', wrongTenant(halo.tenant, host));
		return 'tenant';
	}
	if (failure.code === 'signInRefused' && /invalid_scope/i.test(failure.vendorText ?? '')) {
		sheet.fail('scope', scopeRefused(failure, halo.scope));
		return 'scope';
	}
	if (failure.code === 'signInRefused' || failure.code === 'signInUnavailable') {
		sheet.fail('signIn', noHaloToken(failure, other));
		return 'signIn';
	}
	if (NOT_THIS_API.includes(failure.code)) {
		sheet.fail('host', noHaloHere(failure));
		return 'host';
	}
	if (failure.code === 'notAllowed' && failure.status === 401) {
		if (host.kind !== 'halo') {
			sheet.fail('host', { ...perhapsNoHalo, requestId: failure.requestId });
			return 'host';
		}
		sheet.fail('signIn', { ...tokenOfAnother, requestId: failure.requestId });
		return 'signIn';
	}
	if (failure.code === 'notAllowed') return null;
	sheet.fail('clients', notReadable(failure));
	return 'clients';
}

function judgeClients(sheet: CheckSheet, body: unknown, requestId: string | null): void {
	const page = rowsOfList(body, 'clients');
	if (page === null) {
		sheet.fail('clients', {
			seen: 'HaloPSA answered, but the answer holds no list of clients.',
			remedy: 'Check Resource Server in the credential: it ends in /api.',
			requestId,
		});
	} else if (page.rows.length === 0) sheet.fail('clients', { ...noClientsVisible, requestId });
	else {
		const count = page.total ?? page.rows.length;
		sheet.pass('clients', { seen: `${count} clients are visible.`, requestId });
	}
}

async function readTheRest(probe: Probe, sheet: CheckSheet, halo: HaloToCheck): Promise<void> {
	const all = { includeactive: true, includeinactive: true };
	await readable(probe, sheet, {
		code: 'sites',
		doing: 'List Sites',
		path: '/Site',
		key: 'sites',
		query: { includeaddress: true, ...all, ...pageQuery(1, 5) },
		words: 'Sites',
	});
	const topLevels = await readable(probe, sheet, {
		code: 'topLevels',
		doing: 'List Top Levels',
		path: '/TopLevel',
		key: 'toplevels',
		query: pageQuery(1),
		words: 'Top levels',
	});
	if (topLevels === 0) sheet.fail('topLevels', noTopLevelsVisible);
	await checkKeyField(probe, sheet, halo.keyField);
	await checkLicences(probe, sheet, halo.licenceKeyField);
	await readable(probe, sheet, {
		code: 'invoices',
		doing: 'List Recurring Invoices',
		path: '/RecurringInvoice',
		key: 'invoices',
		// A whole page: some of its lines should count licences.
		query: { includelines: true, ...pageQuery(1) },
		words: 'Recurring invoices',
	});
	judgeCalculation(sheet, probe.bodyOf('List Recurring Invoices'));
	const module = await readNativeModule(probe.about('Read Native Module'));
	const { ok, verdict } = nativeModuleVerdict(module);
	decide(sheet, 'nativeModule', ok, verdict);
}

/** Out of the recurring invoices that were read anyway; the setting itself is in no answer that may be read. */
function judgeCalculation(sheet: CheckSheet, invoices: unknown): void {
	const seen = quantityCalculation(invoices);
	if (seen === null) {
		sheet.leaveOpen('quantityCalculation', calculationNotRead);
		return;
	}
	const { ok, verdict } = calculationVerdict(seen);
	decide(sheet, 'quantityCalculation', ok, verdict);
}

interface ListToRead {
	code: string;
	doing: string;
	path: string;
	/** The list's name in its envelope. */
	key: string;
	query: HaloQuery;
	/** Begins "… may be read". */
	words: string;
}

/** Whether a list may be read; answers how many rows it has, null when it may not. */
async function readable(
	probe: Probe,
	sheet: CheckSheet,
	{ code, doing, path, key, query, words }: ListToRead,
): Promise<number | null> {
	const answer = await probe.read(doing, path, query);
	if (!answer.ok) {
		sheet.fail(code, notReadable(answer.failure));
		return null;
	}
	const { requestId } = answer;
	const page = rowsOfList(answer.value, key);
	if (page === null) {
		sheet.fail(code, {
			seen: `HaloPSA answered "${doing}" in a form that is not known.`,
			remedy:
				'Turn Discover on and send its report to the makers of this node: it shows the form of the answer, and none of its values.',
			requestId,
		});
		return null;
	}
	const count = page.total ?? page.rows.length;
	const none = count === 0 ? ' There are none, or none is visible.' : '';
	sheet.pass(code, { seen: `${words} may be read.${none}`, requestId });
	return count;
}

function decide(
	sheet: CheckSheet,
	code: string,
	ok: boolean | null,
	verdict: Parameters<CheckSheet['fail']>[1],
): void {
	if (ok === null) sheet.leaveOpen(code, verdict);
	else if (ok) sheet.pass(code, { ...verdict, remedy: undefined });
	else sheet.fail(code, verdict);
}

function nameOf(code: string): string {
	return haloChecks.find((definition) => definition.code === code)?.check ?? code;
}
