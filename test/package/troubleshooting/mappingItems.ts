import type { IDataObject } from 'n8n-workflow';

import type { MatchedCustomer } from '../../../core/review/editLists';
import type { savedRow } from '../../core/matching/records';

/** Items as the nodes before Mapping Review put them out. */

export type Saved = ReturnType<typeof savedRow>;

export const item = (record: object): IDataObject => record as IDataObject;
export const itemsOf = (customers: MatchedCustomer[]): IDataObject[] =>
	customers.map(({ customer: record, match }) => item({ ...record, match }));
export const row = (id: number | null, saved: Saved): IDataObject =>
	item(id === null ? saved : { id, createdAt: 'x', updatedAt: 'y', ...saved });
