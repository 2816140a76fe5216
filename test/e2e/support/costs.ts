import type { Stage } from './stage';

/** Requests to Halo by route, tokens apart. */
export function haloCost(stage: Stage): Record<string, number> {
	return stage.halo.requests.counts().counts;
}

/** Pages read from Stellr, tokens apart. */
export function stellrCost(stage: Stage): { customers: number; subscriptions: number } {
	const counts = Object.entries(stage.stellr.requests.counts().counts);
	const of = (part: RegExp) =>
		counts.filter(([route]) => part.test(route)).reduce((sum, [, count]) => sum + count, 0);
	return { customers: of(/\/cloud\/customers$/), subscriptions: of(/\/subscriptions$/) };
}

/** Writes that Halo was sent. */
export function writesOf(stage: Stage): number {
	return Object.entries(haloCost(stage))
		.filter(([route]) => !route.startsWith('GET '))
		.reduce((sum, [, count]) => sum + count, 0);
}
