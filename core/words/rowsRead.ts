/** Which licences were read, where it was not simply all of them. */
export type LicencesRead =
	| { kind: 'clients'; clients: number; requests: number; pagesOfAll: number | null }
	/** First some clients' rows, then all of them after all. */
	| { kind: 'allAfterClients'; clients: number; requests: number };

/** What the reader of a run should know about it. */
export function licencesReadText(read: LicencesRead): string {
	switch (read.kind) {
		case 'clients': {
			const { pagesOfAll } = read;
			const instead = pagesOfAll === null ? '' : ` instead of ${pagesOfAll}`;
			return `The licences of ${clientsText(read.clients)} were read one client at a time: ${requestsText(read.requests)}${instead}. Keys that sit at other clients are not seen so, and nothing was planned that depends on it.`;
		}
		case 'allAfterClients':
			return `The licences of ${clientsText(read.clients)} were read first, and then all of them, since something is to be written or has no row there: ${requestsText(read.requests)}.`;
	}
}

/** That sites were read by client, and what that saved. */
export function sitesReadText(clients: number, requests: number, pagesOfAll: number): string {
	return `The sites of ${clientsText(clients)} were read one client at a time: ${requestsText(requests)} instead of ${pagesOfAll}.`;
}

function clientsText(count: number): string {
	return count === 1 ? '1 client' : `${count} clients`;
}

function requestsText(count: number): string {
	return count === 1 ? '1 request' : `${count} requests`;
}
