/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a test, runs outside n8n */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const PROJECT = path.resolve(__dirname, '../..');

const PAGES = [
	'README.md',
	'CHANGELOG.md',
	'CONTRIBUTING.md',
	'simulators/README.md',
	...readdirSync(path.join(PROJECT, 'docs'))
		.filter((file) => file.endsWith('.md'))
		.map((file) => `docs/${file}`),
];

describe('the pages', () => {
	it.each(PAGES)('%s links only to what exists', (page) => {
		expect(linksOf(page).filter((link) => !resolves(page, link))).toEqual([]);
	});

	it.each(PAGES)('%s names only npm scripts that exist', (page) => {
		const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
		const named = [...textOf(page).matchAll(/\bnpm run ([a-z][\w:-]*)/g)].map(([, name]) => name);
		expect(named.filter((name) => !(name in scripts))).toEqual([]);
	});

	it('find a link to a missing page or heading', () => {
		expect(resolves('README.md', 'docs/nowhere.md')).toBe(false);
		expect(resolves('README.md', 'docs/flows.md#nowhere')).toBe(false);
		expect(linksOf('README.md').length).toBeGreaterThan(5);
	});

	it('name every node in the README and give it a section in docs/nodes.md', () => {
		const names = nodeNames();
		expect(names.length).toBeGreaterThan(0);
		expect(names.filter((name) => !textOf('README.md').includes(`**${name}**`))).toEqual([]);
		expect(names.filter((name) => !headingsOf('docs/nodes.md').has(anchorOf(name)))).toEqual([]);
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

function textOf(file: string): string {
	return readFileSync(path.join(PROJECT, file), 'utf8');
}

/** Addresses that stay within the project. */
function linksOf(page: string): string[] {
	const prose = textOf(page).replace(/^```[\s\S]*?^```/gm, '');
	return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
		.map(([, link]) => link)
		.filter((link) => !/^https?:/.test(link));
}

function resolves(page: string, link: string): boolean {
	const [file, anchor] = link.split('#');
	const target = file === '' ? page : path.join(path.dirname(page), file);
	if (!existsSync(path.join(PROJECT, target))) return false;
	return anchor === undefined || headingsOf(target).has(anchor);
}

function headingsOf(page: string): Set<string> {
	return new Set([...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, title]) => anchorOf(title)));
}

/** As GitHub makes them. */
function anchorOf(title: string): string {
	return title
		.toLowerCase()
		.replace(/[^\w\s-]/g, '')
		.replace(/\s/g, '-');
}

function nodeNames(): string[] {
	return readdirSync(path.join(PROJECT, 'nodes'), { recursive: true })
		.map(String)
		.filter((file) => file.endsWith('.node.ts'))
		.map((file) => /displayName: '(.+?)'/.exec(textOf(path.join('nodes', file)))?.[1] ?? file);
}
