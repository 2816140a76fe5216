import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import { readCountChanges } from '../../core/halo/licenceChanges';
import { readLicences } from '../../core/halo/licences';
import type { HaloLicence } from '../../core/halo/schemas';
import type { Issue } from '../../core/items/issue';
import { incompleteList } from '../../core/sync/incompleteList';
import { countChangeIssues, countChangeText } from '../../core/words/countChanges';
import { issueOfFailure } from '../../core/words/failures';
import { attentionItem } from '../shared/attention';
import { connectHalo, type HaloConnection } from '../shared/connect';
import { emptyOutputs } from '../shared/outputs';
import { itemOf, originOf } from '../shared/pairing';
import { stopWith } from '../shared/stopNode';
import { reconcileOutputs, type ReconcileOutputs } from './reconcileOutputs';

const clientSchema = z.object({ id: z.number().int(), name: z.string() });
type Client = z.infer<typeof clientSchema>;

interface ClientChanges {
	lines: IDataObject[];
	issues: Issue[];
}

/** Who changed which count when, as far as Halo's change history knows it: the licences of each client that comes in. */
export async function execute(context: IExecuteFunctions): Promise<ReconcileOutputs> {
	const most = Number(context.getNodeParameter('mostLicences', 0, 50));
	const outputs: ReconcileOutputs = emptyOutputs(reconcileOutputs);
	const halo = await connectHalo(context);
	const input = context.getInputData(0);
	for (const [item, { json }] of input.entries()) {
		const client = clientSchema.safeParse(json);
		if (!client.success) {
			outputs.needsAttention.push(attentionItem(countChangeIssues.noClient(item), json, item));
			continue;
		}
		const { lines, issues } = await changesOf(context, halo, client.data, most);
		outputs.lines.push(...lines.map((line) => itemOf(line, item)));
		const { id, name } = client.data;
		const subject = { haloClientId: id, haloClientName: name };
		outputs.needsAttention.push(...issues.map((issue) => attentionItem(issue, subject, item)));
	}
	const changes = outputs.lines.length;
	const needsAttention = outputs.needsAttention.length;
	const verdict = `Counts: ${changes} changes, ${needsAttention} need attention`;
	const text = [verdict, ...outputs.lines.map(({ json }) => `${json.at ?? ''} ${json.text}`)];
	const summary = { verdict, text: text.join('\n'), counts: { changes, needsAttention } };
	outputs.summary.push(itemOf(summary, originOf(input.map((_, index) => index))));
	return outputs;
}

async function changesOf(
	context: IExecuteFunctions,
	{ runtime }: HaloConnection,
	client: Client,
	most: number,
): Promise<ClientChanges> {
	const { list, rejected } = await readLicences(runtime, { clientId: client.id });
	if (!list.complete) {
		const failure = list.failure ?? incompleteList('List Licences');
		throw stopWith(context.getNode(), issueOfFailure(failure, 'Halo licences'));
	}
	const found: ClientChanges = { lines: [], issues: rejected.map(({ issue }) => issue) };
	const asked = activeFirst(list.rows).slice(0, most);
	if (asked.length < list.rows.length) {
		const all = list.rows.length;
		found.issues.push(countChangeIssues.licencesLeftOut(client.name, asked.length, all));
	}
	for (const { id, name, active } of asked) {
		const { list: changes, rejected: unread } = await readCountChanges(runtime, id);
		found.issues.push(...unread.map(({ issue }) => issue));
		for (const { at, who, from, to } of changes.rows) {
			const text = countChangeText(name, { from, to, who });
			const licence = { id, name, active };
			const of = { haloClientId: client.id, haloClientName: client.name, licence };
			found.lines.push({ ...of, at, who, from, to, text });
		}
		if (changes.failure !== null) {
			const seen = issueOfFailure(changes.failure, 'Halo licence changes');
			found.issues.push(countChangeIssues.notRead(client.name, seen));
			break;
		}
	}
	found.lines.sort((a, b) => String(a.at ?? '').localeCompare(String(b.at ?? '')));
	return found;
}

function activeFirst(licences: readonly HaloLicence[]): HaloLicence[] {
	return [...licences].sort((a, b) => Number(b.active) - Number(a.active) || b.id - a.id);
}
