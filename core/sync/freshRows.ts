import { HALO_AT_ONCE } from '../halo/pace';
import { inParallel } from '../http/inParallel';

/** An array that does not fill is written after so many reads for each of its rows: a row read must not grow old. */
const READS_PER_ROW = 2;

export interface FreshPorts<Task, Read, Row> {
	read: (task: Task) => Promise<Read>;
	/** The row to write; null where what was read says that there is none. Asked in the order of the tasks. */
	rowOf: (task: Task, read: Read) => Row | null;
	/** Whether a further read may begin. */
	goOn: () => boolean;
}

/**
 * What is about to be changed is read just before it is written: array by array, never all of it first, and a few at a
 * time. The very first read goes alone, so that a missing right is met once.
 */
export class FreshRows<Task, Read, Row> {
	private readonly waiting: Row[] = [];

	private begun = 0;

	constructor(
		private readonly tasks: readonly Task[],
		private readonly ports: FreshPorts<Task, Read, Row>,
	) {}

	/** Rows that were read and not taken yet. */
	get rows(): readonly Row[] {
		return this.waiting;
	}

	get unread(): readonly Task[] {
		return this.tasks.slice(this.begun);
	}

	/** Reads on until so many rows wait or no task is left; whether any row waits. */
	async gather(size: number): Promise<boolean> {
		const { waiting, ports } = this;
		let readsLeft = size * READS_PER_ROW;
		while (waiting.length < size && this.begun < this.tasks.length && ports.goOn()) {
			// While no row waits none grows old.
			if (waiting.length === 0) readsLeft = size * READS_PER_ROW;
			if (readsLeft <= 0) break;
			const wanted = this.begun === 0 ? 1 : Math.min(size - waiting.length, readsLeft);
			readsLeft -= await this.readSome(wanted);
		}
		return waiting.length > 0;
	}

	/** The next rows to write, so many at the most; none when all is done. */
	async take(size: number): Promise<Row[]> {
		await this.gather(size);
		return this.waiting.splice(0, size);
	}

	private async readSome(count: number): Promise<number> {
		const { waiting, ports } = this;
		const tasks = this.tasks.slice(this.begun, this.begun + count);
		const answers = await inParallel(
			tasks,
			HALO_AT_ONCE,
			async (task) => ({ task, read: await ports.read(task) }),
			ports.goOn,
		);
		for (const answer of answers) {
			// Reads begin in order: behind the first that did not begin none did.
			if (answer === undefined) break;
			this.begun += 1;
			const row = ports.rowOf(answer.task, answer.read);
			if (row !== null) waiting.push(row);
		}
		return tasks.length;
	}
}
