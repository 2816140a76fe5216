import type { IExecuteFunctions } from 'n8n-workflow';

import type { StellrConnection } from '../shared/connect';
import type { NamedOutputs } from '../shared/outputs';
import type { ResellerListChoice } from './chosenWay';
import { fromInputCustomers } from './fromInputCustomers';
import { fromOneCustomer } from './fromOneCustomer';
import { fromWholeReseller } from './fromWholeReseller';
import type { OutputName } from './outputNames';
import type { OutputForm } from './putOut';

export interface GetManyOptions {
	form: OutputForm;
	includeRaw: boolean;
	resellerList: ResellerListChoice;
}

const sources = {
	inputCustomers: fromInputCustomers,
	oneCustomer: fromOneCustomer,
	wholeReseller: fromWholeReseller,
};

export async function execute(
	context: IExecuteFunctions,
	stellr: StellrConnection,
	outputs: NamedOutputs<OutputName>,
): Promise<void> {
	const source = context.getNodeParameter('source', 0) as keyof typeof sources;
	const options: GetManyOptions = {
		form: context.getNodeParameter('output', 0) as OutputForm,
		includeRaw: context.getNodeParameter('includeRaw', 0, false) as boolean,
		resellerList: context.getNodeParameter('resellerList', 0, 'automatic') as ResellerListChoice,
	};
	await sources[source](context, stellr, outputs, options);
}
