/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { NodeHelpers } from 'n8n-workflow';
import type { INode, INodeParameters, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { credentialForms, nodeForms, type NodeForm } from './forms';

/** What every form keeps to, so that a technician finds the same things in the same places. */

const PROJECT = path.resolve(__dirname, '../..');
const DOCS = 'https://github.com/n8n-nodes-stellr-halo/n8n-nodes-stellr-halo/blob/main/docs/';
const forms = nodeForms().map((form) => ({ name: form.description.displayName, ...form }));
const credentials = credentialForms().map((form) => ({
	name: form.credential.displayName,
	...form,
}));

describe.each([
	...forms.map(({ name, description: { properties } }) => ({ name, properties })),
	...credentials.map(({ name, credential: { properties } }) => ({ name, properties })),
])('the form of $name', ({ properties }) => {
	const parameters = visible(properties);

	it('says of every parameter more than its name says', () => {
		const silent = parameters.filter(
			(parameter) =>
				// Operations and the lists of rarely used options speak through what is in them.
				!['resource', 'operation'].includes(parameter.name) &&
				!['collection', 'fixedCollection'].includes(parameter.type) &&
				newWords(parameter).length < 3,
		);
		expect(silent.map(({ displayName }) => displayName)).toEqual([]);
	});

	it('begins what can be switched with "Whether"', () => {
		const switches = parameters.filter(({ type }) => type === 'boolean');
		expect(switches.filter(({ description }) => !/^Whether /.test(description ?? ''))).toEqual([]);
	});

	it('explains every choice whose name does not', () => {
		const choices = parameters.flatMap((parameter) =>
			choicesOf(parameter)
				.filter(({ description }) => (description ?? '').split(' ').length < 3)
				.map(({ name }) => `${parameter.displayName}: ${name}`),
		);
		expect(choices.filter((choice) => !PLAIN_CHOICES.some((plain) => plain.test(choice)))).toEqual(
			[],
		);
	});

	it('lists long choices and options by their names', () => {
		for (const parameter of parameters) {
			const names = choicesOf(parameter).map(({ name }) => name);
			if (names.length >= 5) expect(names).toEqual([...names].sort(byName));
			if (parameter.type !== 'collection') continue;
			const options = (parameter.options ?? []).map((option) =>
				'displayName' in option ? option.displayName : '',
			);
			expect(options).toEqual([...options].sort(byName));
		}
	});

	it('shows by an example what a text is to look like, unless it has a default', () => {
		const bare = parameters.filter(
			({ name, type, default: standard, placeholder }) =>
				// Nobody is known to send Stellr a scope: there is no example to give.
				name !== 'scope' && type === 'string' && standard === '' && !placeholder,
		);
		expect(bare.map(({ displayName }) => displayName)).toEqual([]);
	});
});

describe.each(forms)('$name', (form) => {
	const { file, description, methods } = form;
	const { properties } = description;

	it('puts what it works on first and its rarely used options last', () => {
		const shown = properties.filter(({ type }) => type !== 'notice');
		const names = shown.map(({ name }) => name);
		const operation = names.lastIndexOf('operation');
		const first = operation === -1 ? [] : names.slice(0, operation + 1);
		expect(first.filter((name) => !['resource', 'operation'].includes(name))).toEqual([]);
		const options = names.findIndex((name) => /options$/i.test(name));
		const after = options === -1 ? [] : names.slice(options);
		expect(after.filter((name) => !/options$/i.test(name))).toEqual([]);
	});

	it('names its outputs, with Needs Attention and Summary at the end', () => {
		const { outputs, outputNames = [] } = description;
		expect(outputNames).toHaveLength(outputs.length);
		expect(new Set(outputNames).size).toBe(outputs.length);
		const rest = outputNames.slice(outputNames.indexOf('Needs Attention'));
		expect([['Needs Attention'], ['Needs Attention', 'Summary']]).toContainEqual(rest);
	});

	it('names its inputs where it has several', () => {
		const { inputs, inputNames = [] } = description;
		if (!Array.isArray(inputs) || inputs.length === 1) return;
		const labels = inputs.map((input, index) =>
			typeof input === 'string' ? inputNames[index] : input.displayName,
		);
		expect(labels.every((label) => (label ?? '').length > 3)).toBe(true);
	});

	it('says in its subtitle what it does', () => {
		const { subtitle = '' } = description;
		expect(subtitle).not.toBe('');
		const chosen = properties.filter(({ name }) => ['resource', 'operation'].includes(name));
		const labels = chosen.flatMap((parameter) => choicesOf(parameter).map(({ name }) => name));
		expect(labels.filter((label) => !subtitle.includes(label))).toEqual([]);
	});

	it('is found by other names, and leads to its page', () => {
		const codex = JSON.parse(
			readFileSync(path.join(PROJECT, file.replace(/\.ts$/, '.json')), 'utf8'),
		) as {
			node: string;
			categories: string[];
			alias: string[];
			resources: Record<string, Array<{ url: string }>>;
		};
		expect(codex.node).toBe(`n8n-nodes-stellr-halo.${description.name}`);
		expect(codex.categories.length).toBeGreaterThan(0);
		expect(codex.alias.length).toBeGreaterThanOrEqual(6);
		expect(codex.alias).toEqual(
			expect.arrayContaining(['MSP', 'Stellr', 'StreamOne', 'TD SYNNEX']),
		);
		const { primaryDocumentation, credentialDocumentation = [] } = codex.resources;
		const page = `${DOCS}nodes/${description.displayName.toLowerCase().replace(/ /g, '-')}.md`;
		expect(primaryDocumentation).toEqual([{ url: page }]);
		const wanted = (description.credentials ?? []).length > 0 ? [`${DOCS}connect.md`] : [];
		expect(credentialDocumentation.map(({ url }) => url)).toEqual(wanted);
	});

	it('lets records of Stellr and Halo be picked from a list that can be searched, or named', () => {
		for (const { name, displayName, type, modes = [], default: standard } of visible(properties)) {
			if (/^(client|customer|topLevel|supplier|keyField)$/.test(name) && !isFreeText(form, name))
				expect([displayName, /^(resourceLocator|options)$/.test(type)]).toEqual([
					displayName,
					true,
				]);
			if (type !== 'resourceLocator') continue;
			const [list, byHand] = modes;
			expect(list).toMatchObject({
				name: 'list',
				type: 'list',
				placeholder: /^Select a .+…$/.exec(list.placeholder ?? '')?.[0],
			});
			const { searchListMethod = '', searchable } = list.typeOptions ?? {};
			expect([searchable, Object.keys(methods.listSearch ?? {})]).toEqual([
				true,
				expect.arrayContaining([searchListMethod]),
			]);
			expect(byHand).toMatchObject({
				type: 'string',
				placeholder: expect.stringMatching(/^e\.g\. /),
			});
			expect(modes.map((mode) => mode.name)).toContain((standard as { mode: string }).mode);
		}
	});

	it('writes nothing by default', () => {
		const defaults = Object.fromEntries(
			properties.map(({ name, default: value }) => [name, value]),
		);
		expect(['apply', 'revert']).not.toContain(defaults.operation);
		for (const [name, value] of Object.entries(SAFE))
			if (name in defaults) expect([name, defaults[name]]).toEqual([name, value]);
	});
});

/** Settings that create, write or loosen more than usual, and a word of the notice that then stands in the form. */
const RISKS: Array<[node: string, parameters: INodeParameters, notice: string]> = [
	['Halo Client Upsert', { operation: 'apply' }, 'Writes to Halo'],
	['Halo Client Upsert', { createMissing: 'on' }, 'without anybody looking'],
	['Halo Client Upsert', { createMissing: 'approval' }, 'wait on the output Held'],
	['Halo Client Upsert', { updateAddress: 'all' }, 'overwritten'],
	['Halo Client Upsert', { updateAddress: 'imported' }, 'overwritten'],
	['Halo Client Upsert', { owners: { name: 'stellr' } }, 'overwritten'],
	['Halo Client Upsert', { stellrKeyIn: 'accountsid' }, 'accounting software'],
	['Halo Client Upsert', { operation: 'apply', approvedChanges: '3f9a' }, 'past the guardrail'],
	['Halo Client Upsert', { options: { nativeModuleStillRuns: true } }, 'Two programs'],
	['Halo Clients', { returnAll: false }, 'incomplete'],
	['Halo Clients', { options: { activeOnly: true } }, 'incomplete'],
	['Halo Licence Upsert', { operation: 'apply' }, 'over become inactive'],
	['Halo Licence Upsert', { operation: 'apply', approvedChanges: '3f9a' }, 'past the guardrail'],
	['Halo Licence Upsert', { operation: 'revert' }, 'pro-rata'],
	['Halo Licence Upsert', { operation: 'revert', onlyShow: false }, 'Writes to Halo'],
	['Halo Licence Upsert', { options: { nativeModuleStillRuns: true } }, 'Two programs'],
	['Halo Licence Upsert', { options: { prices: 'both' } }, 'may bill its price'],
	['Halo Licence Upsert', { options: { prices: 'cost' } }, 'may bill its price'],
	['Halo Licence Upsert', { owners: { price: 'stellr' } }, 'overwritten'],
	['Halo Licence Upsert', { owners: { count: 'halo' } }, 'old count'],
	['Halo Licence Upsert', { owners: { status: 'halo' } }, 'stay active'],
	['Halo Licence Upsert', { guardrails: { billingFreeze: false } }, 'invoice day'],
	['Halo Licence Upsert', { guardrails: { freezeDaysBefore: 0 } }, 'last day'],
	['Halo Licence Upsert', { guardrails: { freezeUntilDay: 0 } }, 'sooner'],
	['Halo Licence Upsert', { guardrails: { handEdits: 'stellr' } }, 'overwritten'],
	['Halo Licence Upsert', { guardrails: { holdLastLiveRow: false } }, 'last live licence'],
	['Halo Licence Upsert', { guardrails: { commitmentGraceDays: 9 } }, 'above the usual 8'],
	['Halo Licence Upsert', { guardrails: { decreasePercent: 26 } }, 'above the usual 25'],
	['Halo Licence Upsert', { guardrails: { decreaseSeats: 3 } }, 'above the usual 2'],
	['Halo Licence Upsert', { guardrails: { increasePercent: 51 } }, 'above the usual 50'],
	['Halo Licence Upsert', { guardrails: { increaseSeats: 11 } }, 'above the usual 10'],
	['Halo Licence Upsert', { guardrails: { runPercentOfRows: 6 } }, 'above the usual 5'],
	['Halo Licence Upsert', { guardrails: { runPercentOfValue: 11 } }, 'above the usual 10'],
	['Halo Licence Upsert', { guardrails: { runRows: 6 } }, 'above the usual 5'],
	['Mapping Match', { options: { keysOutrankNames: true } }, 'wrong client'],
	['Mapping Review', { operation: 'recordMatches', recordAs: 'decided' }, 'no person looked'],
	['Mapping Review', { operation: 'importRows', importReadable: true }, 'in part'],
	['Stellr Customers', { returnAll: false }, 'incomplete'],
	['Stellr Subscriptions', { output: 'perSubscription' }, 'missing'],
];

describe('a setting with consequences', () => {
	it.each(RISKS)('of %s, %j, is explained where it is made', (name, parameters, words) => {
		const form = forms.find((entry) => entry.name === name);
		if (form === undefined) throw new Error(`no node ${name}`);
		const before = noticesShown(form, {});
		const added = noticesShown(form, parameters).filter((text) => !before.includes(text));
		expect(added.filter((text) => text.includes(words))).toHaveLength(1);
	});

	it('keeps quiet while a guardrail is as usual or tighter', () => {
		const form = forms.find(({ name }) => name === 'Halo Licence Upsert');
		const tight = { decreasePercent: 25, runRows: 1, freezeUntilDay: 5, billingFreeze: true };
		const parameters = { guardrails: tight, owners: { count: 'stellr' } };
		expect(noticesShown(form as NodeForm, parameters)).toEqual([]);
	});

	it('says that guardrails and owners are at work where n8n says "No properties"', () => {
		const form = forms.find(({ name }) => name === 'Halo Licence Upsert') as NodeForm;
		const usual = (operation: string) =>
			noticesShown(form, { operation }).filter((text) => text.includes('usual'));
		for (const operation of ['plan', 'apply']) {
			expect(usual(operation)).toEqual([
				expect.stringMatching(/^All guardrails are on/),
				expect.stringMatching(/^Each field has its usual owner/),
			]);
		}
		expect(usual('revert')).toEqual([]);
	});

	it('says what a Revert without run, client and days takes back', () => {
		const form = forms.find(({ name }) => name === 'Halo Licence Upsert') as NodeForm;
		const all = (parameters: INodeParameters) =>
			noticesShown(form, { operation: 'revert', ...parameters }).filter((text) =>
				text.includes('everything in the rows that come in'),
			);
		expect(all({})).toHaveLength(1);
		for (const name of ['run', 'client', 'from', 'to']) expect(all({ [name]: '7' })).toEqual([]);
	});
});

describe.each([
	...forms.map(({ name, file, description: { icon } }) => ({ name, file, icon })),
	...credentials.map(({ name, file, credential: { icon } }) => ({ name, file, icon })),
])('the icons of $name', ({ file, icon }) => {
	const themes = icon as { light: string; dark: string };
	const drawings = (['light', 'dark'] as const).map((theme) =>
		readFileSync(
			path.join(PROJECT, path.dirname(file), themes[theme].replace('file:', '')),
			'utf8',
		),
	);

	it('are two square drawings, alike but for their colours', () => {
		const [light, dark] = drawings.map((svg) => svg.replace(/#[0-9a-f]{6}/g, 'colour').trim());
		expect(dark).toBe(light);
		for (const svg of drawings) expect(svg).toContain('viewBox="0 0 60 60"');
	});

	it('use the colours of their family, and strokes that 16 pixels still show', () => {
		const [light, dark] = drawings.map((svg) => [...svg.matchAll(/#[0-9a-f]{6}/g)].map(String));
		expect(light.filter((colour) => !['#0b3a5b', '#0e9384', '#7a4fd0'].includes(colour))).toEqual(
			[],
		);
		expect(dark.filter((colour) => !['#e6eef5', '#3fd0bd', '#b79bf2'].includes(colour))).toEqual(
			[],
		);
		const widths = [...drawings[0].matchAll(/stroke-width="(\d+)"/g)].map(([, width]) => +width);
		expect(widths.filter((width) => width < 4)).toEqual([]);
	});
});

it('every credential leads to its section of the page about connecting', () => {
	const pages = credentials.map(({ credential }) => credential.documentationUrl?.split('#')[0]);
	expect(pages).toEqual(credentials.map(() => `${DOCS}connect.md`));
});

/** Names that need no more words. */
const PLAIN_CHOICES = [
	/^(City|State) in Line: /,
	/^(Licence )?Key Field: /,
	/^Minimum Quantity: /,
	/^Region: /,
	/^Application Type: /,
];

/** What is never on, written or created unless a person says so. */
const SAFE: INodeParameters = {
	createMissing: 'off',
	updateAddress: 'never',
	onlyShow: true,
	recordAs: 'proposed',
	importReadable: false,
	includeRaw: false,
	approvedChanges: '',
	discover: false,
};

/** Parameters that a user sees, those in collections too. */
function visible(properties: readonly INodeProperties[]): INodeProperties[] {
	return properties
		.filter(({ type }) => type !== 'notice' && type !== 'hidden')
		.flatMap((parameter) => {
			if (parameter.type === 'collection')
				return [parameter, ...visible(parameter.options as INodeProperties[])];
			if (parameter.type !== 'fixedCollection') return [parameter];
			const groups = (parameter.options ?? []) as Array<{ values: INodeProperties[] }>;
			return [parameter, ...groups.flatMap(({ values }) => visible(values))];
		});
}

function choicesOf({ type, options = [] }: INodeProperties): INodePropertyOptions[] {
	return type === 'options' || type === 'multiOptions' ? (options as INodePropertyOptions[]) : [];
}

/** Words of a description that its parameter's name does not hold. */
function newWords({ displayName, description = '' }: INodeProperties): string[] {
	const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
	const known = new Set([...wordsOf(displayName), 'the', 'a', 'an', 'of', 'to', 'whether', 'is']);
	return wordsOf(description).filter((word) => !known.has(word));
}

/** Revert's Client is a part of a name in the change log, where clients that are gone stand too. */
function isFreeText({ description }: NodeForm, name: string): boolean {
	return description.name === 'haloLicenceUpsert' && name === 'client';
}

function byName(a: string, b: string): number {
	return a.toLowerCase() < b.toLowerCase() ? -1 : 1;
}

/** Texts of the notices that stand in the form with these parameters, reckoned as the editor does. */
function noticesShown({ description }: NodeForm, parameters: INodeParameters): string[] {
	const { properties } = description;
	const resources = properties.filter(
		({ name, displayOptions, options = [] }) =>
			name === 'operation' &&
			displayOptions?.show?.resource !== undefined &&
			options.some((option) => 'value' in option && option.value === parameters.operation),
	);
	const resource = resources[0]?.displayOptions?.show?.resource?.[0] as string | undefined;
	const node = { typeVersion: 1, parameters: {} } as INode;
	const given = { ...(resource === undefined ? {} : { resource }), ...parameters };
	const values = NodeHelpers.getNodeParameters(properties, given, true, false, node, null) ?? {};
	return properties
		.filter(({ type }) => type === 'notice')
		.filter((notice) => NodeHelpers.displayParameter(values, notice, node, null, values))
		.map(({ displayName }) => displayName);
}
