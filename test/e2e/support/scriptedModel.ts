/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, runs outside n8n */
/** A language model that follows a script, behind OpenAI's chat interface: what it calls and says does not vary. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One turn: a tool to call, or the last words. It gets what the tool before it answered. */
export type Turn = (
	toolAnswer: string,
) => { tool: string; input: Record<string, string> } | { say: string };

export interface ScriptedModel {
	url: string;
	/** Names of the tools that it was offered. */
	tools(): string[];
	/** What its tools answered, in order. */
	answers(): string[];
	close(): Promise<void>;
}

interface ChatRequest {
	messages: Array<{ role: string; content: unknown }>;
	tools?: Array<{ function: { name: string } }>;
}

export async function scriptedModel(script: Turn[]): Promise<ScriptedModel> {
	let offered: string[] = [];
	const answers: string[] = [];
	let turn = 0;
	const server = createServer((request, response) => {
		void bodyOf(request).then((body) => {
			const { messages, tools = [] } = JSON.parse(body) as ChatRequest;
			offered = tools.map((tool) => tool.function.name);
			const last = messages.at(-1);
			const toolAnswer = last?.role === 'tool' ? textOf(last.content) : '';
			if (last?.role === 'tool') answers.push(toolAnswer);
			const next = script[turn]?.(toolAnswer) ?? { say: 'The script is over.' };
			turn += 1;
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify(completion(next, turn)));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/v1`,
		tools: () => offered,
		answers: () => answers,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function completion(next: ReturnType<Turn>, turn: number): object {
	const message =
		'say' in next
			? { role: 'assistant', content: next.say }
			: {
					role: 'assistant',
					content: null,
					tool_calls: [
						{
							id: `call_${turn}`,
							type: 'function',
							function: { name: next.tool, arguments: JSON.stringify(next.input) },
						},
					],
				};
	return {
		id: `turn-${turn}`,
		object: 'chat.completion',
		created: 0,
		model: 'scripted',
		choices: [{ index: 0, message, finish_reason: 'say' in next ? 'stop' : 'tool_calls' }],
		usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
	};
}

function textOf(content: unknown): string {
	return typeof content === 'string' ? content : JSON.stringify(content);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}
