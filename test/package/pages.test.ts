/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, runs outside n8n */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { allPages, docsPages, linksIn, PROJECT, resolves, textOf } from './markdown';

const PAGES = allPages();
const REPOSITORY = 'https://github.com/n8n-nodes-stellr-halo/n8n-nodes-stellr-halo';

describe('the pages', () => {
	it.each(PAGES)('%s links only to what exists', (page) => {
		const text = textOf(page);
		expect(linksIn(text).filter((link) => !resolves(page, link))).toEqual([]);
		expect(ownAddresses(text).filter((address) => !isThere(address))).toEqual([]);
	});

	it('find a link to a missing page or heading', () => {
		expect(resolves('README.md', 'docs/nowhere.md')).toBe(false);
		expect(resolves('README.md', 'docs/flows.md#nowhere')).toBe(false);
		expect(isThere(`${REPOSITORY}/blob/main/docs/nowhere.md`)).toBe(false);
		expect(isThere(`${REPOSITORY}/blob/main/docs/connect.md#nowhere`)).toBe(false);
		expect(linksIn(textOf('README.md')).length).toBeGreaterThan(5);
	});

	it('lead from the README to every page of docs, in one step or two', () => {
		const step = (page: string) =>
			linksIn(textOf(page))
				.map((link) => path.join(path.dirname(page), link.split('#')[0]))
				.filter((target) => target.endsWith('.md'));
		const first = step('README.md');
		const reached = new Set([...first, ...first.flatMap(step)]);
		expect(docsPages().filter((page) => !reached.has(page))).toEqual([]);
	});

	it('name every node in the README', () => {
		const names = nodeNames();
		expect(names.length).toBeGreaterThan(0);
		expect(names.filter((name) => !textOf('README.md').includes(`**${name}**`))).toEqual([]);
	});

	it('leave the README short', () => {
		expect(textOf('README.md').split('\n').length).toBeLessThan(190);
	});

	it('name the flows that exist, and no others', () => {
		const readme = textOf('README.md');
		const section = readme.slice(readme.indexOf('## The flows'), readme.indexOf('## What is safe'));
		const named = [...section.matchAll(/^\| \*\*(.+?)\*\* \| \[(workflows\/.+?)\]/gm)].map(
			([, name, file]) => ({ name, file }),
		);
		const flows = readdirSync(path.join(PROJECT, 'workflows')).map((file) => ({
			name: (JSON.parse(textOf(`workflows/${file}`)) as { name: string }).name,
			file: `workflows/${file}`,
		}));
		const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
		expect(named.sort(byName)).toEqual(flows.sort(byName));
	});

	it('give the version of the package where the README packs it', () => {
		const { name, version } = JSON.parse(textOf('package.json')) as Record<string, string>;
		expect(textOf('README.md')).toContain(`${name}-${version}.tgz`);
		expect(textOf('CHANGELOG.md')).toContain(`## ${version}`);
	});

	it('say that the n8n was tried which the demo runs', () => {
		const host = JSON.parse(textOf('tools/n8n/package.json')) as {
			dependencies: Record<string, string>;
		};
		expect(textOf('README.md')).toContain(`| n8n | ${host.dependencies.n8n} tried`);
	});

	it('show pictures that are light', () => {
		const pictures = readdirSync(path.join(PROJECT, 'docs')).filter((file) =>
			file.endsWith('.png'),
		);
		expect(pictures.length).toBeGreaterThan(0);
		for (const picture of pictures) {
			expect(readFileSync(path.join(PROJECT, 'docs', picture)).length).toBeLessThan(150_000);
		}
	});
});

describe('what points at the pages from inside n8n', () => {
	const files = readdirSync(path.join(PROJECT, 'nodes'), { recursive: true })
		.map((file) => `nodes/${String(file)}`)
		.filter((file) => file.endsWith('.node.json'));

	it.each(files)('%s leads to the page of its node', (file) => {
		const addresses = ownAddresses(textOf(file));
		const page = `${REPOSITORY}/blob/main/docs/nodes/${pageNameOf(file)}.md`;
		expect(addresses).toContain(page);
		expect(addresses.filter((address) => !isThere(address))).toEqual([]);
	});

	it.each(['StellrOAuth2Api', 'HaloPsaOAuth2Api'])('%s leads to how to connect it', (name) => {
		const addresses = ownAddresses(textOf(`credentials/${name}.credentials.ts`));
		expect(addresses).toEqual([expect.stringContaining('/blob/main/docs/connect.md#')]);
		expect(addresses.filter((address) => !isThere(address))).toEqual([]);
	});

	it.each(readdirSync(path.join(PROJECT, 'workflows')))('%s has only links that hold', (file) => {
		const text = textOf(`workflows/${file}`);
		expect(ownAddresses(text).filter((address) => !isThere(address))).toEqual([]);
		// A note on the canvas has no folder that a relative link could start from.
		expect(linksIn(text)).toEqual([]);
	});
});

/** Addresses of this project's own repository. */
function ownAddresses(text: string): string[] {
	const addresses = [...text.matchAll(/https:\/\/github\.com\/[^\s"')\]`>\\]+/g)].map(
		([url]) => url,
	);
	return addresses.filter((address) => address.startsWith(REPOSITORY));
}

function isThere(address: string): boolean {
	const rest = address.slice(REPOSITORY.length);
	const template = /^\/issues\/new\?template=(.+)$/.exec(rest)?.[1];
	if (template) return resolves('README.md', `.github/ISSUE_TEMPLATE/${template}`);
	const file = /^\/(?:blob|raw|tree)\/main\/(.+)$/.exec(rest)?.[1];
	if (file) return resolves('README.md', file);
	return /^(\.git|#readme|\/issues)?$/.test(rest);
}

function pageNameOf(codexFile: string): string {
	const source = textOf(codexFile.replace(/json$/, 'ts'));
	const name = /displayName: '(.+?)'/.exec(source)?.[1] ?? '';
	return name.toLowerCase().replace(/ /g, '-');
}

function nodeNames(): string[] {
	return readdirSync(path.join(PROJECT, 'nodes'), { recursive: true })
		.map(String)
		.filter((file) => file.endsWith('.node.ts'))
		.map((file) => /displayName: '(.+?)'/.exec(textOf(path.join('nodes', file)))?.[1] ?? file);
}
