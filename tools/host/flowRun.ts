import { parse } from 'flatted';

/** The json of one item. */
export type Json = Record<string, unknown>;

/** A file on an item. n8n keeps its bytes apart under `id`, or as base64 in `data`. */
export interface RunFile {
	fileName?: string;
	mimeType: string;
	id?: string;
	data: string;
}

interface RunItem {
	json: Json;
	binary?: Record<string, RunFile>;
}

interface NodeRun {
	data?: { main?: Array<RunItem[] | null> };
	error?: { message?: string; description?: string };
	executionTime?: number;
	hints?: Array<{ message: string }>;
}

interface ExecutionData {
	resultData: {
		runData: Record<string, NodeRun[]>;
		error?: { message?: string; description?: string; node?: { name?: string } };
	};
}

/** What n8n's REST answers about an execution; `data` is flatted text. */
export interface ExecutionAnswer {
	id: string;
	status: string;
	startedAt: string | null;
	stoppedAt: string | null;
	data?: string;
}

/** One finished run of a flow, read back from n8n. */
export class FlowRun {
	readonly executionId: string;
	/** `success`, `error`, `crashed`, `canceled`. */
	readonly status: string;
	readonly milliseconds: number;
	/** Milliseconds since the epoch. */
	readonly endedAt: number;
	private readonly data: ExecutionData | null;

	constructor(
		execution: ExecutionAnswer,
		private readonly outputNames: Record<string, string[]> = {},
	) {
		this.executionId = execution.id;
		this.status = execution.status;
		this.endedAt = Date.parse(execution.stoppedAt ?? '');
		this.milliseconds = this.endedAt - Date.parse(execution.startedAt ?? '');
		this.data = execution.data === undefined ? null : (parse(execution.data) as ExecutionData);
	}

	/** Why the run stopped, or null: message, description and the node it stopped at. */
	get stopReason(): { message: string; description: string; node: string } | null {
		const reason = this.data?.resultData.error;
		if (reason === undefined) return null;
		return {
			message: reason.message ?? '',
			description: reason.description ?? '',
			node: reason.node?.name ?? '',
		};
	}

	/** Names of the nodes that ran. */
	get nodesThatRan(): string[] {
		return Object.keys(this.runData);
	}

	/** How many times a node ran. */
	timesRun(node: string): number {
		return this.runData[node]?.length ?? 0;
	}

	/** How long all runs of a node took by n8n's own clock. */
	nodeMilliseconds(node: string): number {
		return (this.runData[node] ?? []).reduce(
			(sum, { executionTime = 0 }) => sum + executionTime,
			0,
		);
	}

	/** The items a node put out of one output, by its place or its name as shown on the canvas; all runs of the node together. */
	items(node: string, output: number | string = 0): Json[] {
		return this.itemsOf(node, output).map(({ json }) => json);
	}

	/** The files of each of these items, by the name of their property; `RestClient.readFile` fetches them. */
	files(node: string, output: number | string = 0): Array<Record<string, RunFile>> {
		return this.itemsOf(node, output).map(({ binary }) => binary ?? {});
	}

	/** How many items each output of a node holds. */
	counts(node: string): number[] {
		const outputs = Math.max(
			0,
			...(this.runData[node] ?? []).map(({ data }) => data?.main?.length ?? 0),
		);
		return Array.from({ length: outputs }, (_, index) => this.items(node, index).length);
	}

	/** What a node itself reported as having stopped it, also when the flow went on. */
	nodeMessage(node: string): string | null {
		return this.runData[node]?.find(({ error }) => error !== undefined)?.error?.message ?? null;
	}

	/** Hints n8n shows below a node. */
	hints(node: string): string[] {
		return (this.runData[node] ?? []).flatMap(({ hints }) =>
			(hints ?? []).map(({ message }) => message),
		);
	}

	private itemsOf(node: string, output: number | string): RunItem[] {
		const index = typeof output === 'number' ? output : this.outputIndex(node, output);
		return (this.runData[node] ?? []).flatMap(({ data }) => data?.main?.[index] ?? []);
	}

	private get runData(): Record<string, NodeRun[]> {
		return this.data?.resultData.runData ?? {};
	}

	private outputIndex(node: string, name: string): number {
		const index = this.outputNames[node]?.indexOf(name) ?? -1;
		if (index < 0) {
			throw new Error(
				`Node "${node}" has no output "${name}"; it has: ${(this.outputNames[node] ?? []).join(', ') || 'unknown'}`,
			);
		}
		return index;
	}
}
