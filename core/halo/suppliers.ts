import type { Result } from '../http/failure';
import type { Runtime } from '../http/types';
import { searchByName, type NamedRow } from './searches';

/** Suppliers whose name is like the text, for a search box. */
export async function searchSuppliers(
	runtime: Runtime,
	text: string,
	pageNo = 1,
): Promise<Result<NamedRow[]>> {
	return await searchByName(
		runtime,
		{ path: '/Supplier', key: 'suppliers', doing: 'List Suppliers' },
		text,
		pageNo,
	);
}
