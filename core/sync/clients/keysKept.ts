import type { HaloClient } from '../../halo/schemas';

/**
 * Whether clients as Halo shows them now prove that it keeps keys such as these: one holds a key of the same account
 * that is no shorter. Then no client need be written alone to find that out.
 */
export function showKeysKept(clients: HaloClient[], keys: string[]): boolean {
	const longest = Math.max(...keys.map(({ length }) => length));
	const accounts = new Set(keys.map(accountOf));
	return clients.some(({ stellrKeys }) =>
		stellrKeys.some((stored) => stored.length >= longest && accounts.has(accountOf(stored))),
	);
}

function accountOf(key: string): string {
	return key.slice(0, key.indexOf('/')).toLowerCase();
}
