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
	const [lint, { types, build }] = await Promise.all([
		runCheck('lint', [['n8n-node', 'lint']], ownNode),
		compile(ownNode),
	]);
	const { passed, failed, code } = await runJest(node, process.argv.slice(2), env);
	for (const [name, passedIt] of Object.entries({ lint, types, build })) {
		if (!passedIt) say(`${name} did not pass: see above.`);
	}
	process.stdout.write(`${passed} passed, ${failed} failed\n`);
	return code || (lint && types && build ? 0 : 1);
});

async function compile(env) {
	const types = await runCheck('types', [['tsc', '-p', 'tsconfig.check.json']], env);
	const build = await runCheck(
		'build',
		[
			['n8n-node', 'build'],
			['gulp', '--silent', 'assets'],
		],
		env,
	);
	return { types, build };
}
