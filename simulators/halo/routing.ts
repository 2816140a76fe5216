/** Finds the route of a path below `/api`, without regard to case. */
import { addressRoutes } from './routes/addresses';
import { clientRoutes } from './routes/clients';
import { licenceRoutes } from './routes/licences';
import { lookupRoutes } from './routes/lookups';
import { mappingRoutes } from './routes/mappings';
import { recurringInvoiceRoutes } from './routes/recurringInvoices';
import { siteRoutes } from './routes/sites';
import type { Route } from './simulation';

const ROUTES = [
	...clientRoutes,
	...siteRoutes,
	...addressRoutes,
	...licenceRoutes,
	...recurringInvoiceRoutes,
	...mappingRoutes,
	...lookupRoutes,
].map((route) => ({
	route,
	expression: new RegExp(`^${route.pattern.replace('{id}', '([^/]+)')}/?$`),
}));

export interface FoundRoute {
	route: Route;
	id: number;
}

/** Null where Halo, as far as the contract goes, has no such route. */
export function findRoute(method: string, path: string): FoundRoute | null {
	for (const { route, expression } of ROUTES) {
		if (route.method !== method) continue;
		const match = expression.exec(path);
		if (match) return { route, id: /^-?\d+$/.test(match[1] ?? '') ? Number(match[1]) : NaN };
	}
	return null;
}

/** The name a call is counted under: its route's pattern, or the path without numbers. */
export function routeName(found: FoundRoute | null, path: string): string {
	return found?.route.pattern ?? path.replace(/\/-?\d+(?=\/|$)/g, '/{id}');
}
