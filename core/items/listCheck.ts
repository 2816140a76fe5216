import type { ListStamp } from './listStamp';

/** One item of a list as it arrived: its stamp, and the id of its record (null for a stamp-only item). */
export interface StampedId {
	stamp: ListStamp | null;
	id: string | null;
}

export interface ListCheck {
	/** Why not everything is known to have come; empty when all lists are whole. */
	missing: string[];
	/** ISO time of the oldest list, null when no stamp came. */
	asOf: string | null;
}

/**
 * Tells "all of them came" from "some of them came": every list must have been read to its end, and as many distinct
 * records must have arrived as it had. `records` and `node` name them in the sentences: "Halo clients", "Halo Clients".
 */
export function checkLists(items: readonly StampedId[], records: string, node: string): ListCheck {
	const idsByList = new Map<string, { stamp: ListStamp; ids: Set<string> }>();
	let unstamped = 0;
	for (const { stamp, id } of items) {
		if (stamp === null) {
			unstamped += 1;
			continue;
		}
		const list = idsByList.get(stamp.id) ?? { stamp, ids: new Set<string>() };
		if (id !== null) list.ids.add(id);
		idsByList.set(stamp.id, { stamp: lessTrusting(list.stamp, stamp), ids: list.ids });
	}
	const missing: string[] = [];
	if (items.length === 0) {
		missing.push(`No list of ${records} came in: connect ${node} and run it.`);
	}
	if (unstamped > 0) {
		missing.push(
			`${unstamped} ${unstamped === 1 ? 'item' : 'items'} came in without the mark of a whole list of ${records}: connect ${node} directly, with Return All on.`,
		);
	}
	for (const { stamp, ids } of idsByList.values()) {
		if (ids.size < stamp.total) {
			missing.push(
				`${ids.size} of ${stamp.total} ${records} came in: turn on Return All in ${node}, take out any limit or filter after it, and look at its Needs Attention.`,
			);
		} else if (!stamp.complete) {
			missing.push(`The list of ${records} was not read to its end: look at what ${node} says.`);
		}
	}
	const times = [...idsByList.values()].map(({ stamp }) => stamp.readAt).sort();
	return { missing, asOf: times.at(0) ?? null };
}

/** Items of one list should carry one stamp; where they do not, the larger total and the doubt count. */
function lessTrusting(a: ListStamp, b: ListStamp): ListStamp {
	return { ...a, total: Math.max(a.total, b.total), complete: a.complete && b.complete };
}
