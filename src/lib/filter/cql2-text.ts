import type { Geometry, Position } from 'geojson';
import { COORDINATE_DEPTHS, type CoordinateType } from '$lib/domain/geometry';
import {
	type Bound,
	type Comparison,
	COMPARISONS,
	type Filter,
	LIST_RELATIONS,
	type ListOperand,
	type Operand,
	type TextOffset,
	TIME_RELATIONS
} from './filter-tree';
import {
	type Budget,
	dayOfBound,
	dayOfDate,
	dayOfTimestamp,
	extentFrom,
	fail,
	intervalBetween,
	type Nested,
	NO_ARITHMETIC,
	type ParsedFilter,
	readFilter,
	soundGeometry
} from './cql2-parts';

/** How long the text may be, and how deep its brackets and NOT. */
const LIMITS = { characters: 4000, depth: 32 };

/** A filter from CQL2 text (OGC 21-065r2, annex B), or where and why it is none. */
export function parseCql2Text(text: string): ParsedFilter {
	return readFilter(text, LIMITS, (budget) => new TextReader(text, budget).filter());
}

interface Token {
	kind: 'name' | 'quoted' | 'text' | 'number' | 'sign' | 'unknown' | 'end';
	/** As it is written. */
	written: string;
	/** What it says: a name or a text without its quotes and escapes. */
	says: string;
	at: TextOffset;
}

const SPACE = /\s*/y;

/** What a token may be. No two alternatives begin alike, so that a text is read in one pass. */
const TOKEN = new RegExp(
	[
		/(?<name>[:_\p{L}][:_.\p{L}\p{M}\p{N}]*)/u,
		/"(?<quoted>[^"]*)"/u,
		// Two quotes, or a backslash and a quote, are a quote. A backslash stays before all else: LIKE has its own use for it.
		/'(?<text>(?:[^'\\]|''|\\[^])*)'/u,
		/(?<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)/u,
		/(?<sign><>|<=|>=|[=<>(),+\-*/^])/u,
		/(?<unknown>[^])/u
	]
		.map(({ source }) => source)
		.join('|'),
	'uy'
);

const KINDS = ['name', 'quoted', 'text', 'number', 'sign', 'unknown'] as const;

/** The types of geometries by their names in well-known text. */
const GEOMETRIES = new Map(
	[...(Object.keys(COORDINATE_DEPTHS) as CoordinateType[]), 'GeometryCollection' as const].map((type) => [
		type.toUpperCase(),
		type
	])
);

const FUNCTIONS = new Map(
	[...TIME_RELATIONS, ...LIST_RELATIONS, 's_intersects' as const].map((op) => [op.toUpperCase(), op])
);

/** Words that are part of the language; a property of such a name is written in double quotes. */
const RESERVED = new Set(['AND', 'OR', 'NOT', 'LIKE', 'BETWEEN', 'IN', 'IS', 'NULL', 'TRUE', 'FALSE']);

const VALUE = 'a property, a number, a text in single quotes or a date';

/** Reads tokens one by one and never goes back; the recursion goes no deeper than the budget. */
class TextReader {
	readonly #text: string;
	readonly #budget: Budget;
	#end = 0;
	#next: Token;

	constructor(text: string, budget: Budget) {
		this.#text = text;
		this.#budget = budget;
		this.#next = this.#scan();
	}

	filter(): Filter {
		const filter = this.#disjunction();
		if (this.#next.kind !== 'end') this.#expected('AND, OR or the end');
		return filter;
	}

	#disjunction(): Filter {
		return this.#joined('or', () => this.#joined('and', () => this.#condition()));
	}

	#joined(op: 'and' | 'or', read: () => Filter): Filter {
		const args = [read()];
		while (this.#takesWord(op.toUpperCase())) args.push(read());
		const [only, ...others] = args;
		return only && others.length === 0 ? only : { op, args };
	}

	#condition(): Filter {
		const { at } = this.#next;
		this.#budget.part(at);
		if (this.#takesWord('NOT')) {
			return { op: 'not', args: [this.#budget.deeper(at, () => this.#condition())] };
		}
		if (this.#takesSign('(')) {
			const filter = this.#budget.deeper(at, () => this.#disjunction());
			this.#needSign(')');
			// What was in brackets was no condition but a value, as it is where something is calculated.
			if (filter.op === 'is') this.#refuseArithmetic([...COMPARISONS]);
			return filter;
		}
		const relation = this.#next.kind === 'name' ? FUNCTIONS.get(this.#word()) : undefined;
		if (!relation) return this.#predicate();
		this.#advance();
		return this.#inBrackets(() => {
			const first = this.#operand();
			this.#needSign(',');
			return { op: relation, args: [first, this.#operand()] };
		});
	}

	/** What begins with a value: a comparison, LIKE, BETWEEN, IN, IS NULL, or a truth value alone. */
	#predicate(): Filter {
		const value = this.#operand();
		const { kind, written } = this.#next;
		const comparison = kind === 'sign' ? COMPARISONS.find((candidate) => candidate === written) : undefined;
		if (comparison) return this.#comparison(comparison, value);
		this.#refuseArithmetic();
		if (this.#takesWord('IS')) {
			const isNegated = this.#takesWord('NOT');
			if (!this.#takesWord('NULL')) this.#expected(isNegated ? 'NULL' : 'NULL or NOT NULL');
			return negatedIf(isNegated, { op: 'isNull', args: [value] });
		}
		const isNegated = this.#takesWord('NOT');
		if (this.#takesWord('LIKE')) return negatedIf(isNegated, { op: 'like', args: [value, this.#operand()] });
		if (this.#takesWord('BETWEEN')) {
			const lowest = this.#operand();
			if (!this.#takesWord('AND')) this.#expected('AND');
			return negatedIf(isNegated, { op: 'between', args: [value, lowest, this.#operand()] });
		}
		if (this.#takesWord('IN')) {
			if (!this.#isSign('(')) this.#expected('“(”');
			return negatedIf(isNegated, { op: 'in', args: [value, this.#list()] });
		}
		if (isNegated) this.#expected('LIKE, BETWEEN or IN');
		if (value.kind === 'property' || value.kind === 'boolean') return { op: 'is', args: [value] };
		return this.#expected('a comparison such as =, LIKE, BETWEEN, IN or IS NULL');
	}

	#comparison(op: Comparison, left: Operand): Filter {
		this.#advance();
		const right = this.#operand();
		this.#refuseArithmetic();
		return { op, args: [left, right] };
	}

	/** Ends reading where an operator of arithmetic, or one of `others`, comes after a value. */
	#refuseArithmetic(others: readonly string[] = []): void {
		const { kind, at, written } = this.#next;
		const isSigned = (kind === 'sign' || kind === 'number') && /^[-+*/^]/.test(written);
		const isNamed = /^(DIV|MOD)$/.test(this.#word());
		if (isSigned || isNamed || others.includes(written)) fail(at, written, NO_ARITHMETIC);
	}

	#operand(): Operand {
		const { kind, at, says, written } = this.#next;
		this.#budget.part(at);
		switch (kind) {
			case 'text':
				this.#advance();
				return { kind: 'text', at, value: says };
			case 'quoted':
				this.#advance();
				return { kind: 'property', at, name: says };
			case 'number':
				return { kind: 'number', at, value: this.#number() };
			case 'name':
				return this.#named(at);
			case 'sign':
				if (written === '(') return this.#list(true);
				break;
			case 'unknown':
			case 'end':
		}
		return this.#expected(VALUE);
	}

	/** What begins with a name: a literal, CASEI, ACCENTI, or a property. */
	#named(at: TextOffset): Operand {
		const { written } = this.#next;
		const word = this.#word();
		if (word === 'TRUE' || word === 'FALSE') {
			this.#advance();
			return { kind: 'boolean', at, value: word === 'TRUE' };
		}
		if (RESERVED.has(word)) this.#expected(VALUE);
		this.#advance();
		const type = GEOMETRIES.get(word);
		const geometry = type && this.#geometry(at, type);
		if (geometry) return { kind: 'geometry', at, value: geometry };
		if (!this.#takesSign('(')) return { kind: 'property', at, name: written };
		const operand = this.#call(at, word, written);
		this.#needSign(')');
		return operand;
	}

	/** A literal or a function that is written with brackets, after the opening one. */
	#call(at: TextOffset, word: string, written: string): Operand {
		switch (word) {
			case 'DATE':
				return { kind: 'instant', at, day: dayOfDate(this.#next.at, this.#needText('a date')) };
			case 'TIMESTAMP':
				return { kind: 'instant', at, day: dayOfTimestamp(this.#next.at, this.#needText('a timestamp')) };
			case 'INTERVAL': {
				const from = this.#bound();
				this.#needSign(',');
				const to = this.#bound();
				return intervalBetween(at, from, to);
			}
			case 'BBOX': {
				const numbers = this.#separated(() => this.#number());
				return { kind: 'extent', at, value: extentFrom(at, numbers) };
			}
			case 'CASEI':
			case 'ACCENTI': {
				const of = this.#budget.deeper(at, () => this.#operand());
				return { kind: 'without', at, what: word === 'CASEI' ? 'case' : 'accents', of };
			}
		}
		const known = ['CASEI', 'ACCENTI', 'DATE', 'TIMESTAMP', 'INTERVAL', 'BBOX', ...FUNCTIONS.keys()].join(', ');
		return fail(at, written, `there is no function “${written.slice(0, 60)}” here; there are ${known}.`);
	}

	#bound(): Bound {
		const { kind, at, says, written } = this.#next;
		this.#budget.part(at);
		if (kind === 'name' || kind === 'quoted') {
			this.#advance();
			return { kind: 'property', at, name: kind === 'name' ? written : says };
		}
		const day = dayOfBound(at, this.#needText('a date, a timestamp, “..” or a property'));
		return day === null ? null : { kind: 'instant', at, day };
	}

	/** Values in brackets; the list after IN has at least one (OGC 21-065r2, annex B), an array may have none. */
	#list(mayBeEmpty = false): ListOperand {
		const { at } = this.#next;
		this.#needSign('(');
		if (mayBeEmpty && this.#takesSign(')')) return { kind: 'list', at, items: [] };
		const items = this.#budget.deeper(at, () => this.#separated(() => this.#operand()));
		this.#refuseArithmetic();
		this.#needSign(')');
		return { kind: 'list', at, items };
	}

	/** The geometry whose name has just been read; null where no bracket follows, and the name is that of a property. */
	#geometry(at: TextOffset, type: Geometry['type']): Geometry | null {
		if (this.#word() === 'Z') this.#advance();
		else if (!this.#isSign('(')) return null;
		if (type === 'GeometryCollection') {
			const member = () => {
				const start = this.#next.at;
				const part = GEOMETRIES.get(this.#word()) ?? this.#expected('a geometry');
				this.#advance();
				return this.#geometry(start, part) ?? this.#expected('“(”');
			};
			const geometries = this.#budget.deeper(at, () => this.#bracketed(member));
			return soundGeometry(at, { type, geometries });
		}
		const coordinates =
			type === 'Point' ? this.#inBrackets(() => this.#position()) : this.#nested(type, COORDINATE_DEPTHS[type]);
		return soundGeometry(at, { type, coordinates } as Geometry);
	}

	#nested(type: CoordinateType, depth: number): Nested {
		if (depth > 0) return this.#bracketed(() => this.#nested(type, depth - 1));
		// A position of a MULTIPOINT may stand in brackets of its own.
		if (type === 'MultiPoint' && this.#isSign('(')) return this.#inBrackets(() => this.#position());
		return this.#position();
	}

	#position(): Position {
		const { at } = this.#next;
		const numbers = [this.#number()];
		while (this.#next.kind === 'number') numbers.push(this.#number());
		return this.#budget.position(at, numbers);
	}

	#number(): number {
		const { kind, at, written } = this.#next;
		if (kind !== 'number') this.#expected('a number');
		const value = Number(written);
		if (!Number.isFinite(value)) fail(at, written, `the number ${written.slice(0, 60)} is too large.`);
		this.#advance();
		return value;
	}

	#bracketed<Value>(read: () => Value): Value[] {
		return this.#inBrackets(() => this.#separated(read));
	}

	#inBrackets<Value>(read: () => Value): Value {
		this.#needSign('(');
		const value = read();
		this.#needSign(')');
		return value;
	}

	#separated<Value>(read: () => Value): Value[] {
		const values = [read()];
		while (this.#takesSign(',')) values.push(read());
		return values;
	}

	#needText(what: string): string {
		const { kind, says } = this.#next;
		if (kind !== 'text') this.#expected(`${what} in single quotes`);
		this.#advance();
		return says;
	}

	#needSign(sign: string): void {
		if (!this.#takesSign(sign)) this.#expected(`“${sign}”`);
	}

	#isSign(sign: string): boolean {
		return this.#next.kind === 'sign' && this.#next.written === sign;
	}

	#takesSign(sign: string): boolean {
		if (!this.#isSign(sign)) return false;
		this.#advance();
		return true;
	}

	#takesWord(word: string): boolean {
		if (this.#word() !== word) return false;
		this.#advance();
		return true;
	}

	/** The next token in upper case where it is a name: words of the language are written in any case. */
	#word(): string {
		return this.#next.kind === 'name' ? this.#next.written.toUpperCase() : '';
	}

	#expected(what: string): never {
		const { kind, at, written } = this.#next;
		if (written === "'" || written === '"') fail(at, written, `the quote that opens here is never closed.`);
		const found = kind === 'end' ? 'the filter ends here' : `“${written.slice(0, 60)}” stands here`;
		return fail(at, written, `${found}, where ${what} should come.`);
	}

	#advance(): void {
		this.#next = this.#scan();
	}

	#scan(): Token {
		SPACE.lastIndex = this.#end;
		SPACE.exec(this.#text);
		const start = SPACE.lastIndex;
		TOKEN.lastIndex = start;
		const groups = TOKEN.exec(this.#text)?.groups ?? {};
		this.#end = Math.max(TOKEN.lastIndex, start);
		const kind = KINDS.find((candidate) => groups[candidate] !== undefined) ?? 'end';
		const inside = kind === 'end' ? '' : (groups[kind] ?? '');
		return { kind, written: this.#text.slice(start, this.#end), says: unescape(kind, inside), at: start + 1 };
	}
}

function unescape(kind: Token['kind'], inside: string): string {
	return kind === 'text' ? inside.replace(/\\\\|\\'|''/g, (escape) => (escape === '\\\\' ? escape : "'")) : inside;
}

function negatedIf(isNegated: boolean, filter: Filter): Filter {
	return isNegated ? { op: 'not', args: [filter] } : filter;
}
