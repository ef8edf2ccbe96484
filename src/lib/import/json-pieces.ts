/** A stretch of a text: one value of it. */
export interface Piece {
	start: number;
	end: number;
	/** How deep brackets are nested in it. */
	depth: number;
	/** How many members its objects have in all. */
	members: number;
}

/** What a JSON text is made of. */
export interface Pieces {
	/** The features: the items of the member `features` or of the outermost list, or the whole value. */
	pieces: Piece[];
	/** The other members of the outermost object. */
	members: Map<string, Piece>;
	/** Where its brackets stop making sense, and how; what is complete before that stands in `pieces`. */
	fault: { offset: number; message: string } | null;
}

/** What is said where a text goes on after its value: it may be a sequence of values. */
export const SECOND_VALUE = 'A second value begins where the file should end.';

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Cuts a JSON text into its features, so that each can be parsed alone and one that is broken costs no other. It looks at
 * brackets, commas and strings only, goes through the text once and never recurses: size and nesting cost it nothing.
 */
export function piecesOf(text: string): Pieces {
	const found: Pieces = { pieces: [], members: new Map(), fault: null };
	/** The brackets that are open; all of one kind cost a character each. */
	const open: number[] = [];
	const whole: Piece = { start: -1, end: text.length, depth: 0, members: 0 };
	/** How many members there were so far, and how many when the piece began. */
	let members = 0;
	let membersBefore = 0;
	/** How deep the items of the list stand that is cut into pieces; 0 while there is none. */
	let cutting = 0;
	let wasCut = false;
	let key: string | null = null;
	let lastString = '';
	let begins = -1;
	let deepest = 0;

	const begin = (at: number) => {
		begins = at;
		membersBefore = members;
		deepest = open.length;
	};
	const end = (at: number) => {
		const blank = begins < 0 ? -1 : text.slice(begins, at).search(/\S/);
		if (blank >= 0) {
			const piece = { start: begins + blank, end: at, depth: deepest - open.length, members: members - membersBefore };
			if (cutting > 0 && open.length === cutting) found.pieces.push(piece);
			else if (key !== null) found.members.set(key, piece);
		}
		begins = -1;
	};
	const stop = (offset: number, message: string): Pieces => {
		found.fault = { offset, message };
		return found;
	};

	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		switch (code) {
			case QUOTE: {
				const close = endOfString(text, at);
				if (close < 0) return stop(at, 'A text in double quotes begins here and does not end.');
				if (open.length === 1 && key === null) lastString = text.slice(at + 1, close);
				at = close;
				break;
			}
			case OPEN_LIST:
			case OPEN_OBJECT: {
				if (open.length === 0 && whole.start >= 0) return stop(at, SECOND_VALUE);
				if (open.length === 0) whole.start = at;
				open.push(code);
				whole.depth = Math.max(whole.depth, open.length);
				deepest = Math.max(deepest, open.length);
				const isCut = code === OPEN_LIST && (open.length === 1 || (open.length === 2 && key === 'features'));
				if (isCut && cutting === 0 && !wasCut) {
					cutting = open.length;
					wasCut = true;
					begin(at + 1);
				}
				break;
			}
			case CLOSE_LIST:
			case CLOSE_OBJECT: {
				const opened = open.at(-1);
				if (opened === undefined) return stop(at, `${text[at]} stands here, and no bracket is open.`);
				if ((opened === OPEN_LIST) !== (code === CLOSE_LIST)) {
					return stop(at, `${text[at]} stands where ${opened === OPEN_LIST ? ']' : '}'} should close what is open.`);
				}
				if (open.length === cutting || open.length === 1) {
					end(at);
					if (open.length === cutting) {
						cutting = 0;
						key = null;
					}
				}
				open.pop();
				if (open.length === 0) whole.end = at + 1;
				break;
			}
			case COMMA:
				if (open.length === cutting || open.length === 1) {
					end(at);
					if (open.length === 1) key = null;
					if (open.length === cutting) begin(at + 1);
				}
				break;
			case COLON:
				members += 1;
				if (open.length === 1 && open[0] === OPEN_OBJECT && key === null) {
					key = lastString;
					begin(at + 1);
				}
				break;
		}
	}
	whole.members = members;
	if (!wasCut) found.pieces.push({ ...whole, start: Math.max(0, text.search(/\S/)) });
	if (open.length > 0) {
		if (!wasCut) found.pieces = [];
		const brackets = open.length === 1 ? 'One bracket is' : `${open.length} brackets are`;
		return stop(
			text.length,
			`The file ends in the middle of its data. ${brackets} not closed; it may have been cut off.`
		);
	}
	return found;
}

/** Where a string ends that begins at `from`; -1 where it does not. */
function endOfString(text: string, from: number): number {
	for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
		let slashes = 0;
		while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes += 1;
		if (slashes % 2 === 0) return at;
	}
	return -1;
}
