import { matchLevels, type MatchLevel } from './schemas';

/** A rung that finds clients by itself; `none` is what is left when no rung speaks. */
export type RungLevel = Exclude<MatchLevel, 'none'>;

export const rungLevels: readonly RungLevel[] = matchLevels.filter((level) => level !== 'none');

export interface MatchOptions {
	/** Switches single rungs off; a rung that is not named is on. */
	levels?: Partial<Record<RungLevel, boolean>>;
	/** Names or domains of the service provider itself: such customers are ignored. */
	ownNames?: readonly string[];
	/** `yyyy-MM-dd`; without it rejected and ignored decisions never lapse. */
	today?: string;
	/** ISO time of the older of the two lists, shown on every match. */
	asOf?: string;
	/**
	 * Why the lists are not known to be whole ("50 of 717 Halo clients came in"). With any reason given, only what was
	 * recorded decides (saved decisions, stored keys, the mapping of Halo's own module), and nobody is unmapped: a name is unique only in a whole list.
	 */
	incomplete?: readonly string[];
	/** Customers (by folded key) whose saved decision could not be read, with the reason: left to a person. */
	unreadableSaved?: ReadonlyMap<string, string>;
	/**
	 * A key stored on a client outranks an equal name of another client. Off: the two disagree and a person decides.
	 */
	keysOutrankNames?: boolean;
	/**
	 * What names, domains and tenants find is proposed instead of decided until a person has accepted, for this account,
	 * clients found in that way. Off unless true.
	 */
	proposeUntilConfirmed?: boolean;
}

export interface MatchSettings {
	isOn: (level: RungLevel) => boolean;
	ownNames: readonly string[];
	today: string | null;
	asOf: string;
	incomplete: readonly string[];
	unreadableSaved: ReadonlyMap<string, string>;
	keysOutrankNames: boolean;
	proposeUntilConfirmed: boolean;
}

/** The options with every default filled in. */
export function settingsFrom(options: MatchOptions): MatchSettings {
	return {
		isOn: (level) => options.levels?.[level] !== false,
		ownNames: options.ownNames ?? [],
		today: options.today ?? null,
		asOf: options.asOf ?? '',
		incomplete: options.incomplete ?? [],
		unreadableSaved: options.unreadableSaved ?? new Map<string, string>(),
		keysOutrankNames: options.keysOutrankNames ?? false,
		proposeUntilConfirmed: options.proposeUntilConfirmed ?? false,
	};
}
