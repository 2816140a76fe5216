import { shareOf, wholeNumber } from '../http/share';

/** How one Stellr account is called. Parts of the API are not published, so paths and names can be overridden. */
export interface StellrSettings {
	customersPath: string;
	/** Holds `{customerNo}`. */
	subscriptionsPath: string;
	/** Null when the account lists subscriptions by customer only. */
	allSubscriptionsPath: string | null;
	/** Dotted path such as `data.records`; null to look in the usual places. */
	recordsPath: string | null;
	totalPath: string | null;
	pageSize: number;
	/** Requests under way at the same time, in this process. */
	concurrency: number;
}

export const DEFAULT_STELLR_SETTINGS: StellrSettings = {
	customersPath: '/api/v1/cloud/customers',
	subscriptionsPath: '/api/v1/customers/{customerNo}/subscriptions',
	allSubscriptionsPath: null,
	recordsPath: null,
	totalPath: null,
	pageSize: 100,
	concurrency: 3,
};

function text(value: unknown): string | null {
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function path(value: unknown): string | null {
	const given = text(value)?.replace(/\/+$/, '') ?? null;
	return given === null || given.startsWith('/') ? given : `/${given}`;
}

/** The settings in a credential's fields; what is absent or empty has its default. */
export function stellrSettings(fields: Record<string, unknown>): StellrSettings {
	const defaults = DEFAULT_STELLR_SETTINGS;
	return {
		customersPath: path(fields.customersPath) ?? defaults.customersPath,
		subscriptionsPath: path(fields.subscriptionsPath) ?? defaults.subscriptionsPath,
		allSubscriptionsPath: path(fields.allSubscriptionsPath),
		recordsPath: text(fields.recordsPath),
		totalPath: text(fields.totalPath),
		pageSize: wholeNumber(fields.pageSize, 1, 200, defaults.pageSize),
		concurrency: shareOf(
			wholeNumber(fields.parallelRequests, 1, 6, defaults.concurrency),
			wholeNumber(fields.workers, 1, 1000, 1),
		),
	};
}
