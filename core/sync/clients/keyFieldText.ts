import { joinStoredKeys, type KeyField } from '../../halo/keyField';
import type { HaloClient } from '../../halo/schemas';

/** The key field by Halo's own name, as plan items and sentences name it. */
export function keyFieldName(field: KeyField): string {
	return field.kind === 'customField' ? field.name : field.kind;
}

/** What the key field of a client holds, foreign text included. */
export function keyFieldText(client: HaloClient): string {
	const keys = joinStoredKeys(client.stellrKeys);
	return [keys, client.foreignKeyText].filter((part) => part !== null && part !== '').join('; ');
}
