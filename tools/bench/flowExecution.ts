/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on the developer's machine, not inside n8n */
import { setTimeout as pause } from 'node:timers/promises';
import type { RestClient } from '../host/restClient';

const POLL_MS = 250;
const TIMEOUT_MS = 15 * 60_000;
const GOING_ON = ['new', 'running', 'waiting', 'unknown'];

interface ListedExecution {
	id: string;
	status: string;
	startedAt: string | null;
	stoppedAt: string | null;
}

/**
 * Runs a flow by its manual trigger and answers n8n's own seconds from start to end. What the nodes put out is not
 * fetched: that would cost n8n memory that the flow did not take.
 */
export async function secondsOfFlow(rest: RestClient, id: string): Promise<number> {
	const workflow = await rest.getWorkflow(id);
	const trigger = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger');
	const { executionId } = await rest.data<{ executionId: string }>(
		'POST',
		`/rest/workflows/${id}/run`,
		{ workflowData: workflow, triggerToStartFrom: { name: trigger?.name } },
	);
	const { status, startedAt, stoppedAt } = await ended(rest, id, executionId);
	if (status !== 'success') {
		const { stopReason } = await rest.waitForExecution(executionId, workflow);
		const why = stopReason === null ? status : `${stopReason.node}: ${stopReason.message}`;
		throw new Error(`"${workflow.name}" did not come to its end (${why})`);
	}
	return (Date.parse(stoppedAt ?? '') - Date.parse(startedAt ?? '')) / 1000;
}

async function ended(
	rest: RestClient,
	workflowId: string,
	executionId: string,
): Promise<ListedExecution> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	const deadline = Date.now() + TIMEOUT_MS;
	while (Date.now() < deadline) {
		await pause(POLL_MS);
		const { results } = await rest.data<{ results: ListedExecution[] }>(
			'GET',
			`/rest/executions?filter=${filter}&limit=5`,
		);
		const entry = results.find(({ id }) => id === executionId);
		if (entry !== undefined && !GOING_ON.includes(entry.status)) return entry;
	}
	throw new Error(`A flow was still running after ${TIMEOUT_MS / 60_000} minutes`);
}
