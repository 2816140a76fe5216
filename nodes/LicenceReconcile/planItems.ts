import type { INodeExecutionData } from 'n8n-workflow';

import { inputIssues } from '../../core/words/inputIssues';
import { attentionItem } from '../shared/attention';
import type { LicenceInputs } from '../shared/licenceInputs';

/** Plan items say what was to be written, not what Stellr lists: they leave by Needs Attention. */
export function planItemsIn({ planned, done }: LicenceInputs): INodeExecutionData[] {
	return planned.map(({ planned: item, origin }) =>
		attentionItem(inputIssues.planItem(origin, done), item, origin),
	);
}
