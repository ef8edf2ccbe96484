import type { Browser, CDPSession, Page } from 'playwright-core';
import { hasMap } from './dashboard';

/** What a page's main thread did because of one action, in milliseconds of its processor's time. */
export interface Work {
	/** Script, style and layout from the event on, up to the frame that shows the answer. */
	answering: number;
	/** The same after that, until the map rests: mostly what the map's worker hands over. */
	afterwards: number;
	/** The map's own frames, which are in neither of the two. */
	frames: number;
}

/** What a page's main thread did because of many actions in a row, in milliseconds of its processor's time. */
export interface LongWork {
	/** Everything that `Work` tells apart, from the first event on until the map rests. */
	whole: number;
	/** How often the page answered. */
	answers: number;
	/** The longest single piece of it, during which the page could not answer. */
	longest: number;
}

/** An event of Chromium's trace; times in microseconds. */
interface TraceEvent {
	name: string;
	ph: string;
	pid: number;
	tid: number;
	ts: number;
	dur?: number;
	/** Processor time of the thread. */
	tdur?: number;
	args?: { data?: { type?: string; url?: string } };
}

/** What the trace must hold: tasks, script, style and layout; frames; the marks that a page sets. */
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];

const EVENT = 'EventDispatch';
const SCRIPT = [EVENT, 'EvaluateScript', 'FireIdleCallback', 'FunctionCall', 'HandlePostMessage']
	.concat(['RunMicrotasks', 'TimerFire', 'v8.compile', 'v8.evaluateModule'])
	.concat(['MinorGC', 'MajorGC', 'BlinkGC.AtomicPhase']);
const STYLE_AND_LAYOUT = ['UpdateLayoutTree', 'Layout'];
const COUNTED = new Set([...SCRIPT, ...STYLE_AND_LAYOUT]);
const FRAME = 'FireAnimationFrame';

/** The mark that a prepared page sets when the answer stands in the document. */
const ANSWERED = 'answered';
/** The event on which it does its fixed piece of script. */
const CALIBRATE = 'calibrate';

/** Records what a browser's pages do. One recording at a time. */
export class MainThread {
	readonly #session: CDPSession;
	/** Whether the script at an address has the map library in it, for those that have been looked at. */
	readonly #drawing = new Map<string, boolean>();

	private constructor(session: CDPSession) {
		this.#session = session;
	}

	static async of(browser: Browser): Promise<MainThread> {
		return new MainThread(await browser.newBrowserCDPSession());
	}

	/** What the page's main thread does from the event of type `event` that `act` causes until `act` is over. */
	async work(event: string, act: () => Promise<unknown>): Promise<Work> {
		const since = await this.#since(event, act);
		const mark = since.find(({ name }) => name === ANSWERED);
		if (!mark) throw new Error(`The ${event} changed nothing on the page.`);
		const shown = since.find(({ name, ts }) => name === 'Commit' && ts >= mark.ts);
		if (!shown) throw new Error('No frame showed what the page answered.');
		const work: Work = { answering: 0, afterwards: 0, frames: 0 };
		for (const { part, ts, time } of counted(since, await this.#mapScriptsIn(since))) {
			work[part === 'frame' ? 'frames' : ts < shown.ts ? 'answering' : 'afterwards'] += time;
		}
		return work;
	}

	/** What the page's main thread does from the first event of type `event` that `act` causes until `act` is over. */
	async longWork(event: string, act: () => Promise<unknown>): Promise<LongWork> {
		const since = await this.#since(event, act);
		const pieces = [...counted(since, new Set())].map(({ time }) => time);
		return {
			whole: pieces.reduce((sum, time) => sum + time, 0),
			answers: since.filter(({ name }) => name === ANSWERED).length,
			longest: Math.max(...pieces)
		};
	}

	/** What the page's main thread records from the first event of type `event` that `act` causes. */
	async #since(event: string, act: () => Promise<unknown>): Promise<TraceEvent[]> {
		const events = await this.#record(act);
		const begin = events.find(({ name, args }) => name === EVENT && args?.data?.type === event);
		if (!begin) throw new Error(`The page saw no ${event}.`);
		return events.filter(({ pid, tid, ts }) => pid === begin.pid && tid === begin.tid && ts >= begin.ts);
	}

	/** How long a prepared page takes for a fixed piece of script: what a millisecond is worth on this machine just now. */
	async calibration(page: Page): Promise<number> {
		const ask = () => page.evaluate((type) => document.body.dispatchEvent(new Event(type)), CALIBRATE);
		const handled = (await this.#record(ask)).find(
			({ name, args }) => name === EVENT && args?.data?.type === CALIBRATE
		);
		if (!handled) throw new Error('The calibration is not in the trace.');
		return timeOf(handled);
	}

	async #record(act: () => Promise<unknown>): Promise<TraceEvent[]> {
		const events: TraceEvent[] = [];
		const collect = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]));
		this.#session.on('Tracing.dataCollected', collect);
		await this.#session.send('Tracing.start', {
			transferMode: 'ReportEvents',
			traceConfig: { includedCategories: CATEGORIES }
		});
		try {
			await act();
		} finally {
			const complete = new Promise((resolve) => this.#session.once('Tracing.tracingComplete', resolve));
			await this.#session.send('Tracing.end');
			await complete;
			this.#session.off('Tracing.dataCollected', collect);
		}
		return events.sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
	}

	/** The addresses of those of the running scripts that have the map library in them. */
	async #mapScriptsIn(events: readonly TraceEvent[]): Promise<ReadonlySet<string>> {
		const found = new Set<string>();
		const calls = events.filter(({ name }) => name === 'FunctionCall');
		for (const url of new Set(calls.map(({ args }) => args?.data?.url ?? ''))) {
			if (!url.startsWith('http')) continue;
			const draws = this.#drawing.get(url) ?? hasMap(await (await fetch(url)).text());
			this.#drawing.set(url, draws);
			if (draws) found.add(url);
		}
		return found;
	}
}

/** The outermost events that count, each once with all that is in it; in a frame, what other scripts than the map's do. */
function* counted(
	events: readonly TraceEvent[],
	mapScripts: ReadonlySet<string>
): Generator<{ part: 'work' | 'frame'; ts: number; time: number }> {
	// Until when the event that was counted last, and the frame, go on.
	let [done, frame] = [0, 0];
	for (const event of events) {
		const { name, ph, ts, dur = 0, args } = event;
		if (ph !== 'X' || ts < done) continue;
		const time = timeOf(event);
		if (name === FRAME) {
			frame = ts + dur;
			yield { part: 'frame', ts, time };
		} else if (ts < frame) {
			if (name !== 'FunctionCall' || mapScripts.has(args?.data?.url ?? '')) continue;
			done = ts + dur;
			yield { part: 'work', ts, time };
			yield { part: 'frame', ts, time: -time };
		} else if (COUNTED.has(name)) {
			done = ts + dur;
			yield { part: 'work', ts, time };
		}
	}
}

/** Has a page mark the moment when the text of an element changes, and do its fixed piece of script when it is asked to. */
export async function prepare(page: Page, selector: string): Promise<void> {
	await page.locator(selector).evaluate((element, mark) => {
		new MutationObserver(() => performance.mark(mark)).observe(element, {
			characterData: true,
			childList: true,
			subtree: true
		});
	}, ANSWERED);
	await page.evaluate((type) => {
		// The same each time: numbers, strings and objects, as a page has to do with them.
		document.body.addEventListener(type, ({ currentTarget }) => {
			let state = 1;
			const items = Array.from({ length: 20_000 }, () => {
				state = (state * 48_271) % 2_147_483_647;
				return { key: `key-${state % 1000}`, value: state };
			});
			const sums = new Map<string, number>();
			items.sort((a, b) => a.value - b.value);
			for (const { key, value } of items) sums.set(key, (sums.get(key) ?? 0) + value);
			(currentTarget as HTMLElement).dataset['calibrated'] = String(sums.size);
		});
	}, CALIBRATE);
}

/** Milliseconds of the processor's time; of the clock's, where the system does not count the former for a thread. */
function timeOf({ dur = 0, tdur }: TraceEvent): number {
	return (tdur ?? dur) / 1000;
}
