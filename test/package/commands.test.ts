/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- a test, runs outside n8n */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';

import { allPages, PROJECT, textOf } from './markdown';

/** Commands that pages tell people to type: each is known here, with the place that runs it. */

const PAGES = allPages();

/** Where a command is run, and words by which that place shows it. */
interface Place {
	file: string;
	text: string;
}

const CI: Place = { file: '.github/workflows/ci.yml', text: 'run: ' };

/** npm scripts that no line of the CI runs by their own name. */
const SCRIPTS_IN_TESTS: Record<string, Place> = {
	schemas: { file: 'test/nodes/schemas.test.ts', text: 'schemaFiles()' },
	simulators: { file: 'test/simulators/simulatedMsp.test.ts', text: "'simulators/cli.ts'" },
};

/** By the beginning of the command. */
const OTHERS: Record<string, Place> = {
	'npm ci': CI,
	'npm pack': { file: 'test/package/commands.test.ts', text: 'installBlock' },
	'mkdir -p ~/.n8n': { file: 'test/package/commands.test.ts', text: 'installBlock' },
	'tar -xzf': { file: 'test/package/commands.test.ts', text: 'installBlock' },
};

/** Other people's programs, which nothing here can run, and the test of what they are given. */
const NOT_OURS: Record<string, Place> = {
	'docker ': { file: 'test/package/compose.test.ts', text: "'compose.yaml'" },
	'cd docs/queue-mode': { file: 'test/package/compose.test.ts', text: "'queue-mode'" },
	'cp env.example .env': { file: 'test/package/compose.test.ts', text: "'env.example'" },
	'openssl rand': { file: 'test/package/compose.test.ts', text: "'env.example'" },
	'git ': { file: 'test/package/release.test.ts', text: 'release.yml' },
	'npm version': { file: 'test/package/release.test.ts', text: 'release.yml' },
};

const scripts = (JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }).scripts;
const FOUND = PAGES.flatMap((page) =>
	commandsIn(textOf(page)).map((command) => ({ page, command })),
);

describe('the commands on the pages', () => {
	it.each(FOUND)(
		'$page: $command is known, and run by a test or the CI if it is ours',
		({ command }) => {
			const place = placeOf(command);
			expect(place).not.toBeNull();
			expect(textOf(place?.file ?? '')).toContain(place?.text);
		},
	);

	it.each(FOUND.filter(({ command }) => / --(?: |$)/.test(command)))(
		'$page: $command has options that exist',
		({ command }) => {
			const script = /npm (?:run )?([\w:]+)/.exec(command)?.[1] ?? '';
			const source = optionSource(script);
			const options = [...command.matchAll(/ (--[a-z][\w-]*)/g)].map(([, option]) => option);
			const chosen = [...command.matchAll(/--(?:only|scenario) ([\w-]+)/g)].map(([, name]) => name);
			expect(options.filter((option) => !source.includes(option))).toEqual([]);
			expect(chosen.filter((name) => !source.includes(`'${name}'`))).toEqual([]);
		},
	);

	it('would notice one that nobody runs', () => {
		expect(
			commandsIn('Then `npx something --now`, then\n\n```sh\n# why\nnpm run demo # later\n```'),
		).toEqual(['npm run demo', 'npx something --now']);
		expect(placeOf('npx something --now')).toBeNull();
		expect(placeOf('npm run no-such-script')).toBeNull();
		expect(placeOf('npm test -- test/core')).not.toBeNull();
	});
});

describe('Install into your own n8n', () => {
	const installBlock = /```sh\n([\s\S]*?)```/.exec(
		textOf('README.md').split('## Install into your own n8n')[1],
	)?.[1];

	it('puts the package where n8n looks for it', () => {
		if (!existsSync(path.join(PROJECT, 'dist', 'package.json'))) {
			throw new Error('The package is not built yet: run `npm run build` first.');
		}
		// The first two lines are what every developer and the CI have run before this test.
		const lines = (installBlock ?? '')
			.trim()
			.split('\n')
			.map((line) => line.trim());
		expect(lines.slice(0, 2)).toEqual(['npm ci', 'npm run build']);
		const home = mkdtempSync(path.join(tmpdir(), 'stellr-halo-home-'));
		const packed = new Set(readdirSync(PROJECT));
		try {
			const { status, stderr } = spawnSync('bash', ['-ec', lines.slice(2).join('\n')], {
				cwd: PROJECT,
				env: { ...process.env, HOME: home },
				encoding: 'utf8',
			});
			expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
			const folder = path.join(home, '.n8n/nodes/node_modules/n8n-nodes-stellr-halo');
			expect(readdirSync(folder)).toEqual(expect.arrayContaining(['dist', 'package.json']));
		} finally {
			rmSync(home, { recursive: true, force: true });
			for (const file of readdirSync(PROJECT)) {
				if (file.endsWith('.tgz') && !packed.has(file)) rmSync(path.join(PROJECT, file));
			}
		}
	}, 120_000);
});

/** Lines of shell blocks, then what stands in the text as code and begins with a program. */
function commandsIn(text: string): string[] {
	const blocks = [...text.matchAll(/^ *```(?:sh|bash|shell)\n([\s\S]*?)^ *```/gm)];
	const typed = blocks.flatMap(([, block]) => block.split('\n'));
	const indented = [...text.matchAll(/^ {4}(npm .+)$/gm)].map(([, line]) => line);
	const prose = text.replace(/^ *```[\s\S]*?^ *```/gm, '');
	const inline = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code);
	const program =
		/^(?:[A-Z][A-Z0-9_]*=\S+ )*(?:npm|npx|node|git|docker|openssl|tar|bash|\.ci\/run)(?: |$)/;
	const all = [...typed, ...indented, ...inline.filter((code) => program.test(code))];
	return all.map((line) => line.replace(/(^|\s)#.*$/, '').trim()).filter((line) => line !== '');
}

function placeOf(command: string): Place | null {
	const bare = command.replace(/^(?:[A-Z][A-Z0-9_]*=\S+ )+/, '');
	const script = /^npm (?:run )?([\w:]+)(?= |$)/.exec(bare)?.[1];
	if (script !== undefined && script in scripts) return placeOfScript(script);
	const others = Object.entries({ ...OTHERS, ...NOT_OURS });
	return others.find(([start]) => bare.startsWith(start))?.[1] ?? null;
}

function placeOfScript(script: string): Place | null {
	const words = script === 'test' ? 'npm test' : `npm run ${script}`;
	const inCi = runLines().filter(({ line }) => line === words || line.startsWith(`${words} `));
	if (inCi.length > 0) return { file: inCi[0].file, text: words };
	return SCRIPTS_IN_TESTS[script] ?? null;
}

/** What the CI runs, line by line. */
function runLines(): Array<{ file: string; line: string }> {
	const { jobs } = parse(textOf(CI.file)) as {
		jobs: Record<string, { steps: Array<{ run?: string }> }>;
	};
	const ofCi = Object.values(jobs)
		.flatMap(({ steps }) => steps)
		.flatMap(({ run = '' }) => run.split('\n'))
		.map((line) => ({ file: CI.file, line: line.trim() }));
	const ofRun = [...textOf('.ci/run').matchAll(/^run (.+)$/gm)].map(([, line]) => ({
		file: '.ci/run',
		line,
	}));
	return [...ofCi, ...ofRun];
}

/** The sources that read a script's options. */
function optionSource(script: string): string {
	const files: Record<string, string[]> = {
		demo: ['tools/demo/options.ts'],
		bench: ['tools/bench/options.ts', 'tools/bench/main.ts', ...filesIn('tools/bench')],
		simulators: ['simulators/cli.ts'],
	};
	// Commander adds this one by itself.
	return (files[script] ?? []).map(textOf).join('\n') + '--help';
}

function filesIn(folder: string): string[] {
	return readdirSync(path.join(PROJECT, folder))
		.filter((file) => file.endsWith('.ts'))
		.map((file) => `${folder}/${file}`);
}
