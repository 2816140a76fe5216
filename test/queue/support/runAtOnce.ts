/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, runs outside n8n */
/** Flows started by their own schedule, all in the same second: what happens when nobody thought about their hours. */
import { setTimeout as pause } from 'node:timers/promises';
import type { FlowRun } from '../../../tools/host/flowRun';
import type { RestClient } from '../../../tools/host/restClient';
import type { AccountFlow } from './flows';

const TIME_TO_PUBLISH_MS = 600;
const POLL_MS = 500;

export interface FinishedFlow extends AccountFlow {
	run: FlowRun;
}

export interface TogetherResult {
	finished: FinishedFlow[];
	/** From the hour to the end of the last one. */
	seconds: number;
}

export async function runAtOnce(
	rest: RestClient,
	flows: AccountFlow[],
	timeoutMs = 300_000,
): Promise<TogetherResult> {
	const before = await Promise.all(flows.map(async ({ id }) => await rest.executionsOf(id)));
	const known = new Set(before.flat().map(({ id }) => id));
	const hour = await publishForOneSecond(rest, flows);
	const deadline = hour + timeoutMs;
	const finished: FinishedFlow[] = [];
	for (const flow of flows) {
		const executionId = await newExecution(rest, flow, known, deadline);
		const workflow = await rest.getWorkflow(flow.id);
		finished.push({
			...flow,
			run: await rest.waitForExecution(executionId, workflow, deadline - Date.now()),
		});
	}
	const end = Math.max(...finished.map(({ run }) => run.endedAt));
	return { finished, seconds: (end - hour) / 1000 };
}

/** Gives all schedules one and the same second, soon, and publishes them. Resolves to that moment. */
async function publishForOneSecond(rest: RestClient, flows: AccountFlow[]): Promise<number> {
	const soon = Date.now() + 3_000 + flows.length * TIME_TO_PUBLISH_MS;
	const hour = Math.ceil(soon / 1000) * 1000;
	const at = new Date(hour);
	const expression = `${at.getUTCSeconds()} ${at.getUTCMinutes()} ${at.getUTCHours()} * * *`;
	for (const { id } of flows) {
		const workflow = await rest.getWorkflow(id);
		for (const node of workflow.nodes) {
			if (node.type !== 'n8n-nodes-base.scheduleTrigger') continue;
			node.parameters.rule = { interval: [{ field: 'cronExpression', expression }] };
		}
		await rest.updateWorkflow(workflow);
		await rest.publishWorkflow(id);
	}
	if (Date.now() > hour) throw new Error(`Publishing ${flows.length} flows took too long.`);
	return hour;
}

/** The oldest: a flow that stops starts its error branch, which is an execution of the same flow. */
async function newExecution(
	rest: RestClient,
	{ id, name }: AccountFlow,
	known: ReadonlySet<string>,
	deadline: number,
): Promise<string> {
	for (;;) {
		const latestFirst = await rest.executionsOf(id);
		const started = latestFirst.filter((execution) => !known.has(execution.id)).at(-1);
		if (started !== undefined) return started.id;
		if (Date.now() > deadline) throw new Error(`"${name}" did not start by its schedule.`);
		await pause(POLL_MS);
	}
}
