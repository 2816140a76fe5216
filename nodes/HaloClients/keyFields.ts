import type { IExecuteFunctions } from 'n8n-workflow';

import type { KeyField, KeyFieldChoice } from '../../core/halo/keyField';
import { resolveKeyField } from '../../core/halo/keyField';
import type { Runtime } from '../../core/http/types';
import { issueOfFailure } from '../../core/words/failures';
import { stopWith } from '../shared/stopNode';

/** Finds key fields at Halo, each choice once however many items make it. Throws what stops the node. */
export function keyFieldFinder(
	context: IExecuteFunctions,
	runtime: Runtime,
): (choice: KeyFieldChoice | null) => Promise<KeyField | null> {
	const found = new Map<string, KeyField>();
	return async (choice) => {
		if (choice === null) return null;
		const key = JSON.stringify(choice);
		const known = found.get(key);
		if (known !== undefined) return known;
		const result = await resolveKeyField(runtime, choice);
		if (!result.ok) throw stopWith(context.getNode(), issueOfFailure(result.failure, 'Key Field'));
		found.set(key, result.value);
		return result.value;
	};
}
