/** Words made of two: "Northwind" also begins with N and W when a firm is called by its initials. */

const FIRST_PARTS = new Set(
	`north south east west sun sea star water stone wood wild high low mid inter trans micro net web data tech bio eco
	geo hydro aqua agri auto home house snow rain sand river lake hill ridge rock iron steel gold silver copper black
	white red blue green bright clear cross cloud cyber edge ever fair fast fire first free fresh front good grand great
	hand head health heart key land life light long main new oak open over pine power pro quick safe sky smart soft sound
	spring summer super sure swift thunder tide tree tri true uni up wind winter work world air air bell book brook care
	city coast corner day deep down dream field forest gate harbor harbour mountain ocean pacific park point port prime
	rail road rose royal shore side storm strong sweet town trail valley view village wave well wheat wheel wing`.split(
		/\s+/,
	),
);
const SHORTEST_REST = 3;

/** Where the second part of a word begins; null for a word that is not made of two. */
export function secondPart(word: string): number | null {
	const last = word.length - SHORTEST_REST;
	for (let length = Math.min(last, 8); length >= 2; length--) {
		if (FIRST_PARTS.has(word.slice(0, length))) return length;
	}
	return null;
}
