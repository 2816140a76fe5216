/**
 * Where a Halo's API is, by the fields of its credential: Resource Server is `https://company.halopsa.com/api`, with or
 * without `/api` and a slash at the end. '' when none is given.
 */
export function haloBaseUrl({ resourceServer }: Record<string, unknown>): string {
	const given = typeof resourceServer === 'string' ? resourceServer.trim() : '';
	const host = given.replace(/\/+$/, '').replace(/\/api$/i, '');
	return host === '' ? '' : `${host}/api`;
}
