/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console */
/** `npm run simulators -- --customers 300`: a Stellr and a Halo of the same made-up MSP, until Ctrl-C. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { startSimulatedMsp } from './simulatedMsp';
import type { Scenario } from './simulatedMsp';

interface CliOptions {
	customers?: number;
	seed?: number;
	latency: number;
	stellrPort: number;
	haloPort: number;
	rateLimit?: number;
	rateWindow: number;
	scenario?: Scenario;
}

const program = new Command()
	.name('npm run simulators --')
	.description(
		'Start a simulated StreamOne Stellr and a simulated HaloPSA on this machine. Prints one line of JSON with their addresses and credentials and runs until Ctrl-C. All they serve is reconstructed, not captured from the vendors.',
	)
	.option('--customers <n>', 'Stellr customers in the world (default 300)', wholeNumber)
	.option('--seed <n>', 'the same seed gives the same world', wholeNumber)
	.option('--latency <ms>', 'milliseconds added to every answer', wholeNumber, 0)
	.option('--stellr-port <port>', '0 takes a free one', wholeNumber, 0)
	.option('--halo-port <port>', '0 takes a free one', wholeNumber, 0)
	.option('--rate-limit <n>', 'requests per window before 429, on both', wholeNumber)
	.option('--rate-window <s>', 'seconds of the window', wholeNumber, 300)
	.addOption(
		new Option('--scenario <name>', 'a world with exact counts instead of a drawn one').choices([
			'main-job',
			'adoption',
			'reconcile',
		]),
	);

function wholeNumber(text: string): number {
	const value = Number(text);
	if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError('Give a whole number.');
	return value;
}

async function main(): Promise<void> {
	const options = program.parse().opts<CliOptions>();
	const msp = await startSimulatedMsp(options);
	console.log(JSON.stringify(msp.addresses));
	const stop = () => void msp.stop().then(() => process.exit(0));
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

void main().catch((cause: unknown) => {
	console.error(cause instanceof Error ? cause.message : String(cause));
	process.exit(1);
});
