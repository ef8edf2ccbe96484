/** One figure that a measure found. */
export interface Figure {
	what: string;
	/** In `unit`; so is the baseline. */
	measured: number;
	unit: string;
	/** What stands for 1 in the ratio, measured in the same run. */
	baseline?: number;
	/** What the ratio must keep to; without a baseline, what `measured` must. */
	bound?: { atMost: number } | { atLeast: number };
}

/** Whether a figure keeps its bound; null where it has none. */
export function keepsBound(figure: Figure): boolean | null {
	const { measured, bound } = figure;
	if (!bound) return null;
	const value = ratioOf(figure) ?? measured;
	return 'atMost' in bound ? value <= bound.atMost : value >= bound.atLeast;
}

/** Figures as a table, a line each. */
export function tableOf(figures: readonly Figure[]): string {
	const rows = [
		['', 'measured', 'baseline', 'ratio', 'bound', ''],
		...figures.map((figure) => [
			figure.what,
			amount(figure.measured, figure.unit),
			figure.baseline === undefined ? '' : amount(figure.baseline, figure.unit),
			format(ratioOf(figure)),
			boundOf(figure),
			VERDICTS[String(keepsBound(figure))] ?? ''
		])
	];
	const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
	const line = (row: readonly string[]) =>
		row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  ');
	return rows.map((row) => line(row).trimEnd()).join('\n');
}

/** The middle of numbers; of an even count, the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
	if (numbers.length === 0) throw new Error('There is no middle of no numbers.');
	const sorted = [...numbers].sort((a, b) => a - b);
	const half = Math.floor(sorted.length / 2);
	return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

const VERDICTS: Readonly<Record<string, string>> = { true: 'kept', false: 'BROKEN' };

function ratioOf({ measured, baseline }: Figure): number | null {
	return baseline === undefined ? null : measured / baseline;
}

function boundOf({ unit, baseline, bound }: Figure): string {
	if (!bound) return '';
	const [word, value] = 'atMost' in bound ? ['at most', bound.atMost] : ['at least', bound.atLeast];
	return `${word} ${baseline === undefined ? amount(value, unit) : format(value)}`;
}

function amount(value: number, unit: string): string {
	return `${format(value)} ${unit}`.trim();
}

/** Three figures that count, or all that stand before the point. */
function format(value: number | null): string {
	if (value === null) return '';
	if (Number.isInteger(value) || Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-GB');
	return value.toPrecision(3);
}
