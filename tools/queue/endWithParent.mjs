// Runs a server as long as the process that started this one lives. When that is gone, even killed, or asks for the end, the
// server ends and its folder goes: node endWithParent.mjs '{"command": …, "args": […], "folder": …, "endSignal": …, "uid": …}'
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { watchParent } from '../setup/watchParent.mjs';

const GRACE_MS = 8_000;
const { command, args, folder, endSignal, uid, gid } = JSON.parse(process.argv[2]);
// A group of its own: what a terminal or a killed group sends reaches it through this process only.
const server = spawn(command, args, { cwd: folder, uid, gid, stdio: 'inherit', detached: true });

const end = () => {
	server.kill(endSignal);
	setTimeout(() => server.kill('SIGKILL'), GRACE_MS).unref();
};
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, end);
watchParent(end);
server.once('error', (reason) => leave(1, reason.message));
server.once('exit', (code) => leave(code ?? 1));

function leave(code, words = '') {
	if (words !== '') process.stderr.write(`${words}\n`);
	rmSync(folder, { recursive: true, force: true });
	process.exit(code);
}
