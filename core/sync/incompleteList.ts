import type { ApiFailure } from '../http/failure';

/** Stands for "the list came short" where the reading itself named no cause. */
export function incompleteList(doing: string, unreadable = 0): ApiFailure {
	return {
		code: 'listIncomplete',
		api: 'halo',
		doing,
		status: null,
		vendorText: unreadable > 0 ? `${unreadable} rows could not be read` : null,
		requestId: null,
		uncertain: false,
	};
}
