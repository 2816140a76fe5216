/** What set-up tells the user. On stderr, so that a command's own output stays clean. */
export function say(text) {
	process.stderr.write(`${text}\n`);
}

/** A reason to stop that is told in words, without a stack. */
export class SetupStop extends Error {}

/** Runs a tool's main function; a SetupStop becomes its sentence and exit code 1. */
export async function runMain(main) {
	try {
		process.exitCode = (await main()) ?? 0;
	} catch (reason) {
		say(reason instanceof SetupStop ? `\n${reason.message}` : (reason?.stack ?? String(reason)));
		process.exitCode = 1;
	}
}
