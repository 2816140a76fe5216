/**
 * What nobody outside Halo knows about the API, and what differs between tenants: one switch each. The default is the
 * guess the contract ranks first, or the worse case for a client. Everything served is reconstructed, not captured.
 */

export type HaloArea =
	| 'customers'
	| 'softwarelicensing'
	| 'invoices'
	| 'items'
	| 'suppliers'
	| 'admin';

/** `read:customers` missing closes an area altogether, `edit:customers` missing only its writes. */
export type HaloPermission = `${'read' | 'edit'}:${HaloArea}`;

export interface HaloSwitches {
	/** Where the token call's tenant is looked for; a wrong one there is a plain 500. */
	tenant: 'query' | 'body' | 'ignored';
	/** A token call without any tenant is a 500 as well. */
	tenantRequired: boolean;
	/** Client id and secret in an HTTP Basic header instead of the form. */
	basicAuth: 'refused' | 'accepted';
	/** Seconds until a token dies. */
	tokenLifetimeSeconds: number;
	/** How a dead or unknown token is answered. */
	expiredTokenStatus: 401 | 400;

	/** Requests per window before 429; 0 lifts the limit. */
	rateLimit: number;
	/** Length of the rolling window. */
	rateWindowSeconds: number;
	/** Whether a 429 says when to come back. */
	rateLimitRetryAfter: 'left-out' | 'sent';
	/** Milliseconds every API answer is held back. */
	latencyMs: number;
	/** Share of API calls (0 to 1) answered 502 before anything happens; a fixed sequence, not chance. */
	badGatewayShare: number;
	/** Every API call gets a web page with 200, as a wrong host answers. */
	htmlWith200: boolean;

	/** Permissions the agent lacks: 403 without a body. */
	missingPermissions: HaloPermission[];
	/** The module under Asset Management; off, Halo has no licences to show. */
	softwareLicensing: 'on' | 'off';
	/** Areas of which the agent sees nothing: lists are empty, single rows 404. */
	invisibleAreas: HaloArea[];

	/** Most rows a page holds whatever is asked; 0 for none. */
	pageCap: number;
	/** Rows of a list that was asked without `pageinate=true` and without `count`. */
	defaultSlice: number;
	/** Most rows an unpaged list gives for any `count`. */
	unpagedCountCap: number;
	/** `record_count` of an unpaged list. */
	unpagedRecordCount: 'total' | 'slice';
	/** Whether `order=` sorts; ignored, rows come by name. */
	order: 'honoured' | 'ignored';

	/** What a POST of one row answers; several rows always answer an array. */
	postAnswer: 'object' | 'array' | 'envelope';
	/** Status of a create. */
	createStatus: 201 | 200;
	/** Status of an update. */
	updateStatus: 201 | 200;
	/** A body that is no array. */
	nonArrayPost: 'refuse' | 'accept';
	/** One bad row in a batch: nothing is saved, or the good ones are. */
	batch: 'all-or-nothing' | 'partial';
	/** A field Halo's document does not name. Recorded as a violation either way. */
	unknownField: 'refuse' | 'ignore';

	/** Fields a new client must have; missing ones answer 400 with a plain sentence. `CFname` asks for a custom field. */
	requiredClientFields: string[];
	/** Sending some custom fields empties the rest, or leaves them. */
	customFieldWrite: 'overwrite' | 'merge';
	/** A custom field that is not defined: swallowed, or 400. */
	unknownCustomField: 'ignore' | 'refuse';
	/** A text longer than the field's limit. */
	customFieldTooLong: 'refuse' | 'cut';
	/** Whether the client list takes `include_custom_fields`. */
	includeCustomFields: 'honoured' | 'ignored';
	/** `ref` and `accountsid` in rows of the client list. */
	referencesInList: 'left-out' | 'shown';
	/** `azure_tenants` in the client list when `includeazuretenants=true` is sent. */
	azureTenantsInList: 'shown' | 'left-out';
	/** `website` in the client list when `include_website=true` is sent. */
	websiteInList: 'shown' | 'left-out';
	/** Whether the agent may read users; otherwise 403 though clients are readable. */
	usersReadable: boolean;
	/** What a row of the user list says of its place beside the site's id, which is always there. */
	usersShow: 'client' | 'client-name' | 'site-only';
	/** An address sent without its id changes the site's row, or adds another beside it. */
	addressWithoutId: 'reuse' | 'add';
	/** Key of the top level list. */
	topLevelKey: 'tree' | 'toplevels' | 'bare';

	/** The native module's settings and external links: bare array or envelope. */
	mappingsList: 'bare' | 'envelope';
	/** Whether the agent may read them; otherwise 403. */
	mappingsReadable: boolean;
	/** Whether `client_mappings` come only with `includedetails`. */
	mappingsNeedDetails: boolean;
	/** Whether the agent may read the Microsoft connections; otherwise 403. */
	azureConnectionReadable: boolean;
	/** The list of Microsoft connections: bare array or envelope. */
	azureConnectionList: 'bare' | 'envelope';
	/** Whether a connection shows its tenants only to who sends its `type` as well. */
	azureTenantsNeedType: boolean;

	/** Deleted licence rows are hidden unless `includeinactive` is sent. */
	deletedLicencesHidden: boolean;
	/** Inactive licence rows are hidden unless `includeinactive` is sent. */
	inactiveLicencesHidden: boolean;
	/** Inactive licence rows are hidden even with `includeinactive`. */
	inactiveLicencesNeverListed: boolean;
	/** Fields the licence list leaves out though the single row has them, such as `snowid`. */
	licenceListOmits: string[];
	/** A new licence without a site: client level (-1), or 400. */
	siteMissing: 'client-level' | 'refuse';
	/** Whether a sent `snowid` is kept. */
	snowid: 'kept' | 'dropped';
	/** Fields of licences, or custom fields of clients (`CFname`), which the three key switches below change when written. */
	keyFields: string[];
	/** White space around a key is lost. */
	keyTrimmed: boolean;
	/** A key is lower-cased. */
	keyLowerCased: boolean;
	/** A key is cut to so many characters; 0 for not at all. */
	keyCutTo: number;
	/** Hours by which licence dates come back moved. */
	dateShiftHours: number;
	/** How an unset date is written. */
	unsetDate: '1901-01-01T00:00:00' | '0001-01-01T00:00:00';
	/** Each change of a count leaves a licence change row; off, none is kept and none is shown. */
	licenceChanges: boolean;
	/** The licence change list: bare array or envelope. */
	licenceChangesList: 'bare' | 'envelope';
	/** Each change of a count leaves an entry dated at the write on linked pro-rata lines. */
	proRata: boolean;
	/** Whether a lowered count leaves a negative entry. */
	negativeProRata: 'allowed' | 'left-out';
	/** A change back on the same day: a second entry, or both vanish. */
	sameDayReversal: 'stays' | 'nets';
	/** Off, a line shows the quantity that is stored on it whatever it is linked to, and no count leaves an entry. */
	quantityCalculation: 'on' | 'off';
	/** Whether a link's minimum holds for the link alone or for the whole line. */
	minimumQuantity: 'link' | 'line';
	/** What a linked line shows: what its links add up to, or the quantity that is stored on it. */
	linkedQuantityShown: 'counted' | 'stored';
	/** How a recurring invoice says its period: `periodname`, or nothing but the number in `period`. */
	invoicePeriodShown: 'word' | 'code';
	/** How a recurring invoice says its currency: the name, nothing but the number in `currency_code`, or not at all. */
	invoiceCurrencyShown: 'name' | 'code' | 'left-out';
}

/** The switches a simulator starts with. */
export function defaultSwitches(): HaloSwitches {
	return {
		tenant: 'query',
		tenantRequired: false,
		basicAuth: 'refused',
		tokenLifetimeSeconds: 3600,
		expiredTokenStatus: 401,
		rateLimit: 300,
		rateWindowSeconds: 300,
		rateLimitRetryAfter: 'left-out',
		latencyMs: 0,
		badGatewayShare: 0,
		htmlWith200: false,
		missingPermissions: [],
		softwareLicensing: 'on',
		invisibleAreas: [],
		pageCap: 100,
		defaultSlice: 50,
		unpagedCountCap: 1000,
		unpagedRecordCount: 'total',
		order: 'honoured',
		postAnswer: 'object',
		createStatus: 201,
		updateStatus: 201,
		nonArrayPost: 'refuse',
		batch: 'all-or-nothing',
		unknownField: 'refuse',
		requiredClientFields: [],
		customFieldWrite: 'overwrite',
		unknownCustomField: 'ignore',
		customFieldTooLong: 'refuse',
		includeCustomFields: 'honoured',
		referencesInList: 'left-out',
		azureTenantsInList: 'shown',
		websiteInList: 'shown',
		usersReadable: true,
		usersShow: 'client',
		addressWithoutId: 'reuse',
		topLevelKey: 'tree',
		mappingsList: 'bare',
		mappingsReadable: true,
		mappingsNeedDetails: true,
		azureConnectionReadable: true,
		azureConnectionList: 'bare',
		azureTenantsNeedType: false,
		deletedLicencesHidden: true,
		inactiveLicencesHidden: true,
		inactiveLicencesNeverListed: false,
		licenceListOmits: [],
		siteMissing: 'client-level',
		snowid: 'kept',
		keyFields: ['snowid'],
		keyTrimmed: false,
		keyLowerCased: false,
		keyCutTo: 0,
		dateShiftHours: 0,
		unsetDate: '1901-01-01T00:00:00',
		licenceChanges: true,
		licenceChangesList: 'bare',
		proRata: true,
		negativeProRata: 'allowed',
		sameDayReversal: 'stays',
		quantityCalculation: 'on',
		minimumQuantity: 'link',
		linkedQuantityShown: 'counted',
		invoicePeriodShown: 'word',
		invoiceCurrencyShown: 'name',
	};
}

/** What the switches with named settings can be set to. */
const CHOICES: { [name in keyof HaloSwitches]?: Array<HaloSwitches[name]> } = {
	tenant: ['query', 'body', 'ignored'],
	basicAuth: ['refused', 'accepted'],
	expiredTokenStatus: [401, 400],
	rateLimitRetryAfter: ['left-out', 'sent'],
	softwareLicensing: ['on', 'off'],
	unpagedRecordCount: ['total', 'slice'],
	order: ['honoured', 'ignored'],
	postAnswer: ['object', 'array', 'envelope'],
	createStatus: [201, 200],
	updateStatus: [201, 200],
	nonArrayPost: ['refuse', 'accept'],
	batch: ['all-or-nothing', 'partial'],
	unknownField: ['refuse', 'ignore'],
	customFieldWrite: ['overwrite', 'merge'],
	unknownCustomField: ['ignore', 'refuse'],
	customFieldTooLong: ['refuse', 'cut'],
	includeCustomFields: ['honoured', 'ignored'],
	referencesInList: ['left-out', 'shown'],
	azureTenantsInList: ['shown', 'left-out'],
	websiteInList: ['shown', 'left-out'],
	usersShow: ['client', 'client-name', 'site-only'],
	addressWithoutId: ['reuse', 'add'],
	topLevelKey: ['tree', 'toplevels', 'bare'],
	mappingsList: ['bare', 'envelope'],
	azureConnectionList: ['bare', 'envelope'],
	siteMissing: ['client-level', 'refuse'],
	snowid: ['kept', 'dropped'],
	unsetDate: ['1901-01-01T00:00:00', '0001-01-01T00:00:00'],
	licenceChangesList: ['bare', 'envelope'],
	negativeProRata: ['allowed', 'left-out'],
	sameDayReversal: ['stays', 'nets'],
	quantityCalculation: ['on', 'off'],
	minimumQuantity: ['link', 'line'],
	linkedQuantityShown: ['counted', 'stored'],
	invoicePeriodShown: ['word', 'code'],
	invoiceCurrencyShown: ['name', 'code', 'left-out'],
};

/** The settings that fit the switches by name and kind; whatever does not is named in `unknown`. */
export function readSwitches(given: Record<string, unknown>): {
	switches: Partial<HaloSwitches>;
	unknown: string[];
} {
	const defaults: Record<string, unknown> = { ...defaultSwitches() };
	const kind = (value: unknown) => (Array.isArray(value) ? 'array' : typeof value);
	const entries = Object.entries(given);
	const choices: Record<string, unknown[] | undefined> = { ...CHOICES };
	const fits = ([name, value]: [string, unknown]) =>
		name in defaults &&
		kind(value) === kind(defaults[name]) &&
		(choices[name]?.includes(value) ?? true);
	return {
		switches: Object.fromEntries(entries.filter(fits)),
		unknown: entries.filter((entry) => !fits(entry)).map(([name]) => name),
	};
}
