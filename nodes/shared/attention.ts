import type { INodeExecutionData } from 'n8n-workflow';

import type { Issue } from '../../core/items/issue';
import { itemOf } from './pairing';
import type { Origin } from './pairing';

/** One item for Needs Attention: what happened and what to do, then the record it is about. */
export function attentionItem(issue: Issue, subject: object, origin: Origin): INodeExecutionData {
	return itemOf({ issue, ...subject }, origin);
}
