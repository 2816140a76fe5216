/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- a test, runs outside n8n */
import { spawnSync } from 'node:child_process';
import {
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packProject, PACKAGE_NAME, unpackPackage } from '../../tools/package/pack';

const PROJECT = path.resolve(__dirname, '../..');

interface PackageFile {
	name: string;
	license: string;
	scripts: Record<string, string>;
	dependencies?: Record<string, string>;
	peerDependencies?: Record<string, string>;
	n8n: { strict: boolean; nodes: string[]; credentials: string[] };
}

interface Verdict {
	passed: boolean;
	message: string;
	details: string;
}

describe('the packed package', () => {
	let folder: string;
	let unpacked: string;
	let manifest: PackageFile;

	beforeAll(async () => {
		if (!existsSync(path.join(PROJECT, 'dist', 'package.json'))) {
			throw new Error('The package is not built yet: run `npm run build` first.');
		}
		folder = mkdtempSync(path.join(tmpdir(), 'stellr-halo-scan-'));
		await unpackPackage(await packProject(folder), folder);
		unpacked = path.join(folder, '.n8n', 'nodes', 'node_modules', PACKAGE_NAME);
		manifest = JSON.parse(readFileSync(path.join(unpacked, 'package.json'), 'utf8'));
	}, 120_000);

	afterAll(() => {
		if (folder) rmSync(folder, { recursive: true, force: true });
	});

	it("passes n8n's scan of what is published", () => {
		expect(scan(unpacked, ['**/*.js', 'package.json'])).toEqual(CLEAN);
	}, 180_000);

	it("passes n8n's scan of the source it is built from", () => {
		expect(scan(PROJECT, ['--source'])).toEqual(CLEAN);
	}, 180_000);

	it('is refused by the same scan once a node writes to the console', () => {
		const file = path.join(unpacked, 'dist', 'stray.js');
		try {
			writeFileSync(file, 'console.log("seen");\n');
			expect(scan(unpacked, ['dist/stray.js'])).toMatchObject({ passed: false });
		} finally {
			rmSync(file, { force: true });
		}
	}, 180_000);

	it('brings no runtime dependency, and only n8n-workflow as a peer', () => {
		expect(Object.keys(manifest.dependencies ?? {})).toEqual([]);
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
		expect(manifest.license).toBe('MIT');
		expect(manifest.n8n.strict).toBe(true);
	});

	it('runs nothing when it is installed', () => {
		const lifecycle = /^(pre|post)?(install|prepare|publish|pack|uninstall)$/;
		expect(Object.keys(manifest.scripts).filter((name) => lifecycle.test(name))).toEqual([]);
	});

	it('holds the compiled package, the flows and the papers, and nothing else', () => {
		const top = readdirSync(unpacked).sort();
		expect(top).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json']);
		const shipped = readdirSync(path.join(unpacked, 'dist')).sort();
		expect(shipped).toEqual(['core', 'credentials', 'nodes', 'package.json', 'workflows']);
		const kinds = new Set(
			filesBelow(path.join(unpacked, 'dist')).map((file) => path.extname(file)),
		);
		expect([...kinds].sort()).toEqual(['.js', '.json', '.svg', '.ts']);
		expect(
			filesBelow(unpacked).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts')),
		).toEqual([]);
	});

	it('lists every node and credential of the project', () => {
		const listed = [...manifest.n8n.nodes, ...manifest.n8n.credentials].sort();
		const made = filesBelow(path.join(unpacked, 'dist'))
			.filter((file) => /\.(node|credentials)\.js$/.test(file))
			.map((file) => path.relative(unpacked, file).split(path.sep).join('/'))
			.sort();
		expect(listed).toEqual(made);
		expect(listed.length).toBeGreaterThan(0);
	});

	it('holds what each node needs to be shown: its icons for both themes and its codex entry', () => {
		expect(manifest.n8n.nodes.length).toBeGreaterThan(0);
		for (const node of manifest.n8n.nodes) {
			const file = path.join(unpacked, node);
			expect(missingIcons(file)).toEqual([]);
			const codex = JSON.parse(readFileSync(file.replace(/\.js$/, '.json'), 'utf8'));
			expect(codex.node).toBe(`${PACKAGE_NAME}.${nodeName(file)}`);
			expect(codex.categories.length).toBeGreaterThan(0);
			// n8n drops a codex file that has no resources.
			expect(codex.resources.primaryDocumentation.length).toBeGreaterThan(0);
		}
	});

	it('holds the icons of each credential', () => {
		expect(manifest.n8n.credentials.length).toBeGreaterThan(0);
		for (const credential of manifest.n8n.credentials) {
			expect(missingIcons(path.join(unpacked, credential))).toEqual([]);
		}
	});

	it('ships each flow of the project unchanged', () => {
		const flows = readdirSync(path.join(PROJECT, 'workflows')).filter((file) =>
			file.endsWith('.json'),
		);
		expect(flows.length).toBeGreaterThan(0);
		for (const flow of flows) {
			expect(readFileSync(path.join(unpacked, 'dist', 'workflows', flow), 'utf8')).toBe(
				readFileSync(path.join(PROJECT, 'workflows', flow), 'utf8'),
			);
		}
	});
});

const CLEAN: Verdict = { passed: true, message: '', details: '' };

function scan(folder: string, patterns: string[]): Verdict {
	const script = path.join(__dirname, 'analyze.mjs');
	// Under "test" the scan's rules take every file for their own fixture.
	const env = { ...process.env, NODE_ENV: 'production' };
	const child = spawnSync(process.execPath, [script, folder, ...patterns], {
		encoding: 'utf8',
		cwd: PROJECT,
		env,
	});
	if (child.status !== 0) throw new Error(`The scan did not run: ${child.stderr}`);
	return JSON.parse(child.stdout);
}

/** Icons a compiled class names that are not beside it; a class that names fewer than two misses a theme. */
function missingIcons(file: string): string[] {
	const icons = [...readFileSync(file, 'utf8').matchAll(/['"]file:([^'"]+)['"]/g)].map(
		([, icon]) => icon,
	);
	const missing = icons.filter((icon) => !existsSync(path.join(path.dirname(file), icon)));
	return icons.length >= 2 ? missing : [...missing, 'one theme has no icon'];
}

/** The node's technical name, as its description gives it. */
function nodeName(file: string): string {
	const names = [...readFileSync(file, 'utf8').matchAll(/^\s*name: ['"](\w+)['"],$/gm)];
	return names[0]?.[1] ?? '';
}

function filesBelow(folder: string): string[] {
	return readdirSync(folder, { recursive: true })
		.map((entry) => path.join(folder, String(entry)))
		.filter((file) => statSync(file).isFile());
}
