import { dropHost } from './sharedHost';

export default async function globalTeardown(): Promise<void> {
	await dropHost();
}
