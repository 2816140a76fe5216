import type { INodeExecutionData } from 'n8n-workflow';

import { attentionItem } from '../shared/attention';
import type { LicenceInputs } from '../shared/licenceInputs';

/** Plan items say what was to be written, not what Stellr lists: they leave by Needs Attention. */
export function planItemsIn({ planned, done }: LicenceInputs): INodeExecutionData[] {
	return planned.map(({ planned: item, origin }) =>
		attentionItem(
			{
				code: 'alreadyPlanned',
				message: `Item ${origin + 1} is a plan item, so nothing was ${done} for it.`,
				remedy: 'Feed this node with the items of Stellr Subscriptions.',
				requestId: null,
			},
			item,
			origin,
		),
	);
}
