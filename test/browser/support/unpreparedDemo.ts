/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- a test, runs outside n8n */
import { spawn } from 'node:child_process';
import path from 'node:path';

const PROJECT = path.resolve(__dirname, '../../..');

/** What `npm run demo -- --unprepared` prints for a person to copy. */
export interface UnpreparedDemo {
	n8n: string;
	emptyWorkflow: string;
	portal: string;
	settings: string;
	approvals: string;
	flows: string;
	email: string;
	password: string;
	/** As Ctrl-C does. */
	end(): Promise<void>;
}

/** Types the command into a terminal and waits until everything stands. */
export async function startUnpreparedDemo(folder: string): Promise<UnpreparedDemo> {
	const child = spawn('npm', ['run', 'demo', '--', '--unprepared', '--folder', folder], {
		cwd: PROJECT,
		stdio: ['ignore', 'pipe', 'pipe'],
		// A group of its own: Ctrl-C in a terminal reaches the whole group.
		detached: true,
	});
	const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
	let output = '';
	await new Promise<void>((resolve, reject) => {
		const take = (chunk: Buffer) => {
			output += chunk.toString();
			if (/end with Ctrl-C/.test(output)) resolve();
		};
		child.stdout.on('data', take);
		child.stderr.on('data', take);
		void ended.then(() => reject(new Error(`The demo did not start:\n${output}`)));
	});
	const printed = (expression: RegExp): string => {
		const found = expression.exec(output)?.[1];
		if (found === undefined) throw new Error(`The demo did not print ${String(expression)}`);
		return found;
	};
	return {
		n8n: printed(/n8n stays open at (\S+)/),
		emptyWorkflow: printed(/an empty workflow in n8n\s+(\S+)/),
		portal: printed(/the TD SYNNEX portal\s+(\S+)/),
		settings: printed(/the HaloPSA configuration\s+(\S+)/),
		approvals: printed(/the page for approvals\s+(\S+)/),
		flows: printed(/flows to import are in (\S+)/),
		email: printed(/e-mail (\S+),/),
		password: printed(/password (\S+)/),
		end: async () => {
			if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGINT');
			await ended;
		},
	};
}
