/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on the developer's machine, not inside n8n */

/** What has to be ended with the demo, whichever way it ends: last started, first ended. */
export class Cleanup {
	started = false;
	private readonly tasks: Array<() => void | Promise<void>> = [];
	private readonly parent = process.ppid;
	private readonly watch: NodeJS.Timeout;

	constructor() {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
			process.on(signal, () => void this.leave(signal === 'SIGINT' ? 130 : 143));
		}
		process.on('uncaughtException', (reason) => {
			process.stderr.write(`${reason.stack ?? reason.message}\n`);
			void this.leave(1);
		});
		// The command that started the demo was killed: nobody is left to press Ctrl-C.
		this.watch = setInterval(() => {
			if (process.ppid !== this.parent) void this.leave(143);
		}, 500);
		this.watch.unref();
	}

	add(task: () => void | Promise<void>): void {
		this.tasks.push(task);
	}

	async run(): Promise<void> {
		if (this.started) return;
		this.started = true;
		clearInterval(this.watch);
		while (this.tasks.length > 0) {
			try {
				await this.tasks.pop()?.();
			} catch (reason) {
				process.stderr.write(`${String(reason)}\n`);
			}
		}
	}

	private async leave(code: number): Promise<void> {
		if (this.started) return;
		process.stderr.write('\nEnding n8n and the simulators …\n');
		await this.run();
		process.exit(code === 130 ? 0 : code);
	}
}
