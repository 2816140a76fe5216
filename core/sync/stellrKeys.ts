/**
 * The keys by which a Halo row is recognised on every later run: `<account>/<customerNo>` on a client and
 * `<account>/<subscriptionId>` on a licence. Compared without regard to case, since some fields change it.
 */

export function customerKey(record: { account: string; customerNo: string }): string {
	return `${record.account}/${record.customerNo}`;
}

export function subscriptionKey(record: { account: string; subscriptionId: string }): string {
	return `${record.account}/${record.subscriptionId}`;
}

export function sameKey(a: string, b: string): boolean {
	return foldKey(a) === foldKey(b);
}

export function foldKey(key: string): string {
	return key.trim().toLowerCase();
}

/** What the key field of a licence row says. */
export interface LicenceKeyText {
	key: string;
	/**
	 * The count the row had when it was adopted with a different count than Stellr's. As long as the row still has
	 * that count, the difference waits for a person: a flow without Data tables has no other place to remember it.
	 */
	adoptedAt: number | null;
}

const KEY_TEXT = /^([a-z0-9._-]+\/[^\s/;]+)(?:\s+\(adopted at (-?\d+(?:\.\d+)?)\))?$/i;

/** Reads the key field; null when it is empty or holds something that is not ours. */
export function parseLicenceKey(text: string | null): LicenceKeyText | null {
	const found = text === null ? null : KEY_TEXT.exec(text.trim());
	if (found === null) return null;
	return { key: foldKey(found[1]), adoptedAt: found[2] === undefined ? null : Number(found[2]) };
}

export function licenceKeyText(key: string, adoptedAt: number | null): string {
	return adoptedAt === null ? key : `${key} (adopted at ${adoptedAt})`;
}

/** The key that a text of a row may be, folded: a mark may stand behind it. */
export function keyInText(text: string): string {
	return parseLicenceKey(text)?.key ?? foldKey(text);
}
