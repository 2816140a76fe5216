/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { readLicences } from '../../../core/halo/licences';
import type { HttpRequest, Runtime } from '../../../core/http/types';
import { DEFAULT_STELLR_SETTINGS } from '../../../core/stellr/settings';
import { readAllSubscriptions } from '../../../core/stellr/subscriptions';
import { aLicenceRow, aSubscription } from '../../../simulators/world/builders';

/** Lists of 30,000 rows: what an API sent is let go page by page. */

jest.setTimeout(60_000);

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const ROWS = 30_000;
const PAGE = 100;

/** An API of one long list. `alive` counts, half way, the pages of which a row is still held as it was sent. */
function longList(
	rowOf: (id: number) => object,
	bodyOf: (rows: object[]) => object,
	pageNoOf: (request: HttpRequest) => number,
) {
	const sent: Array<WeakRef<object>> = [];
	let alive = 0;
	const runtime: Runtime = {
		http: async (request) => {
			const pageNo = pageNoOf(request);
			const rows = Array.from({ length: PAGE }, (_, at) => rowOf((pageNo - 1) * PAGE + at + 1));
			const body = bodyOf(rows);
			sent.push(new WeakRef(rows[0]));
			if (pageNo === ROWS / PAGE / 2) {
				// What a WeakRef was made for is held until the turn ends.
				await new Promise((resolve) => setImmediate(resolve));
				collectGarbage();
				alive = sent.filter((page) => page.deref() !== undefined).length;
			}
			return { kind: 'answer', status: 200, headers: {}, body, isJson: true };
		},
		sleep: async () => {},
		now: () => 0,
		random: () => 0,
	};
	return { runtime, alive: () => alive };
}

it('of Halo licences are whole, and no more than two pages are held as Halo sent them', async () => {
	const { runtime, alive } = longList(
		(id) => ({ ...aLicenceRow({ id }), unused: { much: ['more', id] } }),
		(licences) => ({ record_count: ROWS, licences }),
		({ query }) => Number(query?.page_no),
	);
	const { list } = await readLicences(runtime);
	expect(list).toMatchObject({ complete: true, requests: ROWS / PAGE });
	expect(list.rows).toHaveLength(ROWS);
	expect(alive()).toBeLessThanOrEqual(2);
});

it('of Stellr subscriptions are whole, and no more than two pages are held as Stellr sent them', async () => {
	const { runtime, alive } = longList(
		(id) => aSubscription({ subscriptionId: `${id}_1` }),
		(records) => ({ requestId: 'r', data: { total: ROWS, records } }),
		({ query }) => Number(query?.pageNo),
	);
	const account = { runtime, account: 'us', settings: DEFAULT_STELLR_SETTINGS };
	const { list } = await readAllSubscriptions(account, '/api/v1/subscriptions');
	expect(list).toMatchObject({ complete: true, requests: ROWS / PAGE });
	expect(list.rows).toHaveLength(ROWS);
	expect(alive()).toBeLessThanOrEqual(2);
});
