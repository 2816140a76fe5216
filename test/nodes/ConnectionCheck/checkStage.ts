import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeParameters,
	OnError,
} from 'n8n-workflow';

import { ConnectionCheck } from '../../../nodes/ConnectionCheck/ConnectionCheck.node';
import { startHaloSimulator, type HaloSimulator } from '../../../simulators/halo/server';
import type { HaloState } from '../../../simulators/halo/state';
import { startStellrSimulator, type StellrSimulator } from '../../../simulators/stellr/server';
import type { StellrState } from '../../../simulators/stellr/state';
import {
	aHaloClient,
	aHaloState,
	aLicenceRow,
	aLinkedLine,
	aRecurringInvoice,
	aSite,
	aStellrCustomer,
	aStellrState,
	aSubscription,
} from '../../../simulators/world/builders';
import { runNode, type NodeRunResult } from '../harness';
import { haloFields, stellrFields } from '../simulatedCredentials';

/** Both sides as a newcomer has them when all is well. */
export interface CheckStage {
	stellr: StellrSimulator;
	halo: HaloSimulator;
	run(more?: {
		stellr?: ICredentialDataDecryptedObject | null;
		halo?: ICredentialDataDecryptedObject | null;
		parameters?: INodeParameters;
		inputs?: IDataObject[][];
		onError?: OnError;
	}): Promise<CheckRun>;
	reset(): void;
	stop(): Promise<void>;
}

export interface CheckRun extends NodeRunResult {
	checks: IDataObject[];
	discovered: IDataObject[];
	attention: IDataObject[];
	summary: IDataObject;
	/** The check of this code on one side. */
	check(side: 'stellr' | 'halo', code: string): IDataObject;
	/** `side code` of the checks that did not pass. */
	failed: string[];
}

const CUSTOMERS = [100482, 100501, 100502, 100503];

export function healthyStellr(): StellrState {
	return aStellrState({
		customers: CUSTOMERS.map((customerNo) =>
			aStellrCustomer({ customerNo, name: `Customer ${customerNo}` }),
		),
		subscriptions: [aSubscription({ customerNo: 100501 })],
	});
}

export function healthyHalo(): HaloState {
	const licence = aLicenceRow({ id: 501, client_id: 12, snowid: 'us/411833_1' });
	return aHaloState({
		clients: [aHaloClient({ id: 12, main_site_id: 31, stellrKey: 'us/100482' })],
		sites: [aSite({ id: 31, client_id: 12 })],
		licences: [licence],
		recurringInvoices: [aRecurringInvoice({ client_id: 12, lines: [aLinkedLine(licence)] })],
	});
}

export async function checkStage(
	worlds: { stellr?: StellrState; halo?: HaloState } = {},
): Promise<CheckStage> {
	const stellr = await startStellrSimulator(worlds.stellr ?? healthyStellr());
	const halo = await startHaloSimulator(worlds.halo ?? healthyHalo(), { rateLimit: 0 });
	return {
		stellr,
		halo,
		run: async ({
			stellr: stellrOver = {},
			halo: haloOver = {},
			parameters,
			inputs,
			onError,
		} = {}) => {
			const credentials: Record<string, ICredentialDataDecryptedObject> = {};
			if (stellrOver) {
				credentials.stellrOAuth2Api = stellrFields(stellr, stellrOver);
			}
			if (haloOver) credentials.haloPsaOAuth2Api = haloFields(halo, haloOver);
			const run = { nodeType: ConnectionCheck, credentials, parameters, inputs, onError };
			return readable(await runNode(run));
		},
		reset: () => {
			stellr.reset();
			halo.reset();
		},
		stop: async () => void (await Promise.all([stellr.stop(), halo.stop()])),
	};
}

function readable(run: NodeRunResult): CheckRun {
	const [checks, discovered, attention, [summary]] = run.outputs;
	return {
		...run,
		checks,
		discovered,
		attention,
		summary,
		check: (side, code) => {
			const found = checks.find((item) => item.side === side && item.code === code);
			if (found === undefined) throw new Error(`no check ${side} ${code}`);
			return found;
		},
		failed: checks
			.filter(({ ok }) => ok === false)
			.map(({ side, code }) => `${String(side)} ${String(code)}`),
	};
}
