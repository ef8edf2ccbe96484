/** How long a task waits for a page that is busy, in milliseconds. */
const LONGEST_WAIT = 1000;

/**
 * One task at a time, of tasks that may come faster than they are done: each is begun when the page has nothing more urgent
 * to do, and of several that wait only the newest is begun. It is held back until it is first released, and after each task
 * until it is released again.
 */
export class Latest<Task> {
	readonly #begin: (task: Task) => void;
	#waiting: Task | null = null;
	#held = true;
	#asked = false;

	constructor(begin: (task: Task) => void) {
		this.#begin = begin;
	}

	/** True while a task waits. */
	get waits(): boolean {
		return this.#waiting !== null;
	}

	/** Has a task wait, in place of the one that does. */
	put(task: Task): void {
		this.#waiting = task;
		this.#ask();
	}

	/** Gives the task that waits to somebody else; null where none does. */
	take(): Task | null {
		const task = this.#waiting;
		this.#waiting = null;
		return task;
	}

	/** Begins no task until the next release. */
	hold(): void {
		this.#held = true;
	}

	/** Lets the task that waits, or the next that comes, be begun. */
	release(): void {
		this.#held = false;
		this.#ask();
	}

	#ask(): void {
		if (this.#held || this.#asked || this.#waiting === null) return;
		this.#asked = true;
		whenFree(() => {
			this.#asked = false;
			if (this.#held) return;
			const task = this.take();
			if (task === null) return;
			this.#held = true;
			this.#begin(task);
		});
	}
}

/** Calls back when the page has nothing to do, or has had something for too long; soon, in a browser that cannot tell. */
function whenFree(callback: () => void): void {
	if ('requestIdleCallback' in globalThis) requestIdleCallback(callback, { timeout: LONGEST_WAIT });
	else setTimeout(callback, 1);
}
