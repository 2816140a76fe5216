import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommand } from './prepare.mjs';
import { projectRoot } from './paths.mjs';

/**
 * Runs Jest and counts from its own results. A suite that could not run at all counts as one failed test.
 * @returns {Promise<{ passed: number, failed: number, code: number }>}
 */
export async function runJest(node, args, env) {
	const folder = mkdtempSync(path.join(tmpdir(), 'stellr-halo-jest-'));
	const resultFile = path.join(folder, 'result.json');
	try {
		const jest = path.join(projectRoot, 'node_modules', 'jest', 'bin', 'jest.js');
		const code = await runCommand(node, [jest, '--json', `--outputFile=${resultFile}`, ...args], {
			env,
			// Jest repeats its JSON nowhere else when it writes a file; its report is on stderr.
			stdio: ['inherit', 'inherit', 'inherit'],
		});
		if (!existsSync(resultFile)) return { passed: 0, failed: 1, code: code || 1 };
		const result = JSON.parse(readFileSync(resultFile, 'utf8'));
		const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
		return { passed: result.numPassedTests, failed, code: code || (failed > 0 ? 1 : 0) };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
