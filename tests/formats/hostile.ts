import type { Dataset } from '$lib/domain/dataset';
import { claimWith, datasetWith, featureWith } from '../fixtures/dataset';
import { randomOf } from '../fixtures/random';

/** Texts that some format, or some reader of it, takes for more than text. */
export const HOSTILE = {
	markup: '<img src=x onerror="alert(1)"></description><script>alert(1)</script>',
	'a section of XML': ']]><![CDATA[ & &amp; &#60;b&#62; <!-- --> <?xml?>',
	'a document type': '<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]>&x;',
	'a formula': '=HYPERLINK("https://evil.example","x")',
	quotes: `"; DROP TABLE claims; -- ' \\ "" ''`,
	'characters of control': 'a\u0001b\u0008c\u000Bd\u001Ee\u007Ff\u0085g\u2028h',
	'a zero': 'before\u0000after',
	'half a pair': 'lone \uD800 and \uDFFF ends',
	'no characters': 'a\uFFFEb\uFFFFc',
	'line ends': 'one\r\ntwo\rthree\nfour\tfive',
	'many directions': 'حميميم Хмеймим \u202Eevil\u202C 👩‍👩‍👧‍👦',
	'a prototype': '__proto__',
	'a long text': 'Tartus '.repeat(20_000)
} as const;

/** A dataset in which everything that is text says `text`. */
export function datasetSaying(text: string): Dataset {
	const { agents, topics, sources, layers, questions, info } = datasetWith();
	const georeference = {
		from: text,
		licence: text,
		remarks: text,
		uncertaintyMetres: 5,
		extent: 'somewhere-within'
	} as const;
	return datasetWith({
		info: { ...info, title: text, creator: text },
		layers: layers.map((layer) => ({ ...layer, title: text, description: text })),
		agents: agents.map((agent) => ({ ...agent, name: text, role: text })),
		topics: topics.map((topic) => ({ ...topic, title: text, definition: text })),
		sources: sources.map((source) => ({
			...source,
			title: text,
			dating: text,
			record: { ...source.record, title: text }
		})),
		questions: questions.map((question) => ({ ...question, title: text })),
		features: [featureWith({ name: text, kind: text, names: [{ text, lang: 'en', sources: ['wire'] }], georeference })],
		claims: [claimWith({ text, positions: [{ question: 'leaving', answer: 'yes' }] })]
	});
}

/** Texts made of the characters that formats are made of, the same for the same seed. */
export function mixedTexts(count: number, seed: number): string[] {
	const random = randomOf(seed);
	const characters = [
		'<',
		'>',
		'&',
		'"',
		"'",
		';',
		',',
		'\n',
		'\r',
		'\0',
		'=',
		'@',
		'\\',
		'{',
		'}',
		'%',
		']',
		'-',
		'\uD83D'
	];
	const pool = [...characters, '\uFFFF', '\u001E', 'é', 'ط', '😀', 'a', '#', 'x', '1', ' '];
	const draw = () => pool[Math.floor(random() * pool.length)] ?? '';
	return Array.from({ length: count }, () => Array.from({ length: 1 + Math.floor(random() * 30) }, draw).join(''));
}

/** A text as UTF-8 can hold it: halves of pairs become U+FFFD. */
export function wellFormed(text: string): string {
	return Buffer.from(text).toString();
}
