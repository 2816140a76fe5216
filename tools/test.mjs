#!/usr/bin/env node
/**
 * `npm test`: lint, types and build on the user's own Node, then the tests on Node 24. Installs what is missing.
 * Arguments go to Jest: `npm test -- test/core`.
 */
import path from 'node:path';
import { runCheck } from './setup/checks.mjs';
import { runJest } from './setup/jestRun.mjs';
import { withPath } from './setup/npm.mjs';
import { projectRoot } from './setup/paths.mjs';
import { prepare } from './setup/prepare.mjs';
import { runMain, say } from './setup/say.mjs';

await runMain(async () => {
	const { env, node } = await prepare();
	const ownNode = withPath(process.env, [path.join(projectRoot, 'node_modules', '.bin')]);
	say('Checking lint, types and build');
	const [lint, compiled] = await Promise.all([
		runCheck('lint', [['n8n-node', 'lint']], ownNode),
		runCheck(
			'types and build',
			[
				['tsc', '-p', 'tsconfig.check.json'],
				['n8n-node', 'build'],
				['gulp', '--silent', 'assets'],
			],
			ownNode,
		),
	]);
	const { passed, failed, code } = await runJest(node, process.argv.slice(2), env);
	if (!lint) say('Lint did not pass: see above.');
	if (!compiled) say('Types or build did not pass: see above.');
	process.stdout.write(`${passed} passed, ${failed} failed\n`);
	return code || (lint && compiled ? 0 : 1);
});
