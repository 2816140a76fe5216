import type { HaloClient } from '../halo/schemas';
import { customerKey, foldKey } from '../sync/stellrKeys';
import { consequenceWords as words } from '../words/editConsequences';
import { rejectionsLeft } from './editAnswer';
import { cut } from './editChoices';
import type { EditChange } from './editChange';
import { othersAt, presentClient, type EditLists, type MatchedCustomer } from './editLists';
import { list, paragraph, strongParagraph } from './editPage';
import { mappedNow, nameOfClient, nameOfCustomer, savedRowText } from './mappedNow';
import type { KeyedLicence, OldClientRows } from './oldClientRows';
import { isRejection, rowsAbout } from './tableRow';

/** A client that a customer leaves, or may leave, and what is there. */
export interface OldClient {
	id: number;
	name: string | null;
	rows: OldClientRows;
	/** What could not be read, one sentence each. */
	unread: string[];
}

/** The client whose licences a change leaves behind; null when the customer stays where it is, or is nowhere. */
export function clientLeft(
	change: EditChange,
	matched: MatchedCustomer,
	lists: EditLists,
): { id: number; name: string | null } | null {
	const present = presentClient(matched, lists.rows);
	if (present === null) return null;
	if (change.action === 'map') return present.id === change.haloClientId ? null : present;
	if (change.action === 'reject') return present.id === change.haloClientId ? present : null;
	return present;
}

/** What the page says before a person confirms: now, then, what is to be known, what stays behind. */
export function consequencesHtml(
	change: EditChange,
	matched: MatchedCustomer,
	lists: EditLists,
	old: OldClient | null,
): string {
	const who = nameOfCustomer(matched.customer);
	const own = rowsAbout(lists.rows, matched.customer);
	const client =
		change.haloClientId === null
			? null
			: nameOfClient({ id: change.haloClientId, name: change.haloClientName });
	return [
		strongParagraph(`Now: ${who}: ${mappedNow(matched, lists.rows)}.`),
		list('What is saved about it', own.map(savedRowText)),
		strongParagraph(`Then: ${words.willBe(change, who, client)}`),
		change.reason === null ? '' : paragraph(`Reason: ${change.reason}`),
		list('Please note', notes(change, matched, lists)),
		old === null ? '' : stayingHtml(change, matched, lists, old),
	].join('');
}

function notes(change: EditChange, matched: MatchedCustomer, lists: EditLists): string[] {
	const target = lists.clients.find(({ id }) => id === change.haloClientId) ?? null;
	const kept = change.action === 'forget' ? rejectionsLeft(change, lists) : 0;
	return [
		...(change.action === 'map' && target !== null ? aboutTarget(change, target, lists) : []),
		...aboutStoredKeys(change, matched, lists),
		...(kept > 0 ? [words.rejectionsStay(kept)] : []),
	];
}

const MOST_NAMES = 10;

function aboutTarget(change: EditChange, target: HaloClient, lists: EditLists): string[] {
	const name = nameOfClient(target);
	const found: string[] = [];
	if (target.inactive) found.push(words.inactiveTarget(name));
	const others = othersAt(target.id, lists, change);
	if (others.length > 0) {
		found.push(`${words.sharedTarget(name, others.length)} ${namesOf(others)}.`);
	}
	const known = new Set([change, ...others.map(({ customer }) => customer)].map(keyOf));
	const strangers = target.stellrKeys.filter((key) => !known.has(foldKey(key)));
	if (strangers.length > 0) {
		found.push(words.strangersAtTarget(name, strangers.slice(0, MOST_NAMES).join(', ')));
	}
	const rejected = rowsAbout(lists.rows, change).some(
		(row) => isRejection(row) && row.entry?.haloClientId === target.id,
	);
	if (rejected) found.push(words.wasRejected(name));
	return found;
}

/** Keys stored in Halo speak on every run, whatever is saved. */
function aboutStoredKeys(
	change: EditChange,
	{ customer }: MatchedCustomer,
	lists: EditLists,
): string[] {
	const key = customerKey(customer);
	const holders = lists.clients.filter(({ stellrKeys }) =>
		stellrKeys.some((stored) => foldKey(stored) === foldKey(key)),
	);
	return holders.flatMap((holder) => {
		const name = nameOfClient(holder);
		switch (change.action) {
			case 'map':
				return holder.id === change.haloClientId ? [] : [words.keyStaysBehind(name, key)];
			case 'reject':
				return holder.id === change.haloClientId ? [words.contradictsRejection(name)] : [];
			case 'ignore':
				return [];
			case 'forget':
			case 'forgetAll':
				return [words.foundAgain(name, key)];
		}
	});
}

const MOST_LICENCES = 50;

function stayingHtml(
	change: EditChange,
	{ customer }: MatchedCustomer,
	lists: EditLists,
	old: OldClient,
): string {
	const name = nameOfClient(old);
	const { keyed, withoutKey } = old.rows;
	const sharers = othersAt(old.id, lists, change).filter(
		(other) => foldKey(other.customer.account) === foldKey(customer.account),
	);
	const forgets = change.action === 'forget' || change.action === 'forgetAll';
	const heading = forgets ? words.mayStayHeading(name) : words.staysHeading(change, name);
	const shown = keyed.slice(0, MOST_LICENCES).map(licenceText);
	const rest = keyed.length - shown.length;
	const after = [
		...(keyed.length > 0 && sharers.length > 0
			? [words.shared(name, customer.account, namesOf(sharers))]
			: []),
		...(withoutKey > 0 ? [words.withoutKey(name, withoutKey)] : []),
		...old.unread,
	];
	return [
		// Where the licences could not be read, that they are none would be a guess.
		keyed.length === 0 && old.unread.length === 0
			? paragraph(words.nothingKeyed(name, customer.account))
			: list(heading, rest > 0 ? [...shown, words.more(rest)] : shown),
		...after.map(paragraph),
	].join('');
}

function licenceText({ licence, key, lines }: KeyedLicence): string {
	const { id, name, count, status, active } = licence;
	const state = [status, active ? null : 'inactive'].filter((word) => word !== null).join(', ');
	const row = words.licence({ id, name: cut(name), count, key, status: state || 'active' });
	if (lines.length === 0) return `${row}; ${words.onNoLine}`;
	const hanging = lines.map(({ invoice, line }) =>
		words.line({
			number: invoice.shownNumber,
			invoice: invoice.name,
			item: line.itemName,
			inactive: invoice.inactive || line.inactive,
		}),
	);
	return `${row}; ${hanging.join('; ')}`;
}

function namesOf(customers: readonly MatchedCustomer[]): string {
	const names = customers.slice(0, MOST_NAMES).map(({ customer }) => nameOfCustomer(customer));
	const rest = customers.length - names.length;
	return rest > 0 ? `${names.join(', ')} ${words.more(rest)}` : names.join(', ');
}

function keyOf(record: { account: string; customerNo: string }): string {
	return foldKey(customerKey(record));
}
