import { dropQueueHost } from './queueHostAddress';

export default async function globalTeardown(): Promise<void> {
	await dropQueueHost();
}
