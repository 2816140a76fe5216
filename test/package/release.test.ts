import { parse } from 'yaml';

import { textOf } from './markdown';

/** What n8n asks of a community package that is published, as far as files can show it. */

interface Workflow {
	on: { push: { tags?: string[]; branches?: string[] } };
	permissions: Record<string, string>;
	jobs: Record<string, { steps: Array<{ uses?: string; run?: string }> }>;
}

const release = parse(textOf('.github/workflows/release.yml')) as Workflow;
const manifest = JSON.parse(textOf('package.json')) as {
	repository: { url: string };
	keywords: string[];
	scripts: Record<string, string>;
};

describe('a release', () => {
	const commands = release.jobs.publish.steps.map(({ run = '' }) => run);

	it('is started by a tag of a version and by nothing else', () => {
		expect(Object.keys(release.on)).toEqual(['push']);
		expect(release.on.push).toEqual({ tags: ['*.*.*', 'v*.*.*'] });
	});

	it('may sign what it publishes, and may write nothing to the repository', () => {
		expect(release.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
	});

	it('publishes as n8n does it, with a provenance statement, after all tests', () => {
		const tests = commands.indexOf('.ci/run');
		const publish = commands.findIndex((run) => run.includes('npm run release'));
		expect(tests).toBeGreaterThan(0);
		expect(publish).toBeGreaterThan(tests);
		expect(manifest.scripts.release).toBe('n8n-node release');
		// In a GitHub action this command publishes, and signs.
		const command = textOf('node_modules/@n8n/node-cli/dist/commands/release.js');
		expect(command).toContain("NPM_CONFIG_PROVENANCE: 'true'");
	});

	it('is of the version that the tag and the CHANGELOG name', () => {
		expect(commands.some((run) => /GITHUB_REF_NAME/.test(run) && /CHANGELOG\.md/.test(run))).toBe(
			true,
		);
	});

	it('says where its source is, and is found as a community node', () => {
		expect(manifest.repository.url).toMatch(/^git\+https:\/\/github\.com\/.+\.git$/);
		expect(manifest.keywords).toContain('n8n-community-node-package');
	});
});

describe('a report', () => {
	it('asks for what Connection Check discovers, and for no secret', () => {
		const template = textOf('.github/ISSUE_TEMPLATE/report.md');
		expect(template).toContain('discoverText');
		expect(template).toContain('Never paste a client secret or a token');
	});
});
