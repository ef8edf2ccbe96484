import type { Dataset } from '$lib/domain/dataset';
import { placeOf } from './location';

/** Words between quotation marks, of whatever shape, with their marks. */
export const QUOTATION = /“[^“”]*”|"[^"]*"|«[^«»]*»|„[^„“”]*[“”]/g;

/** A text that we wrote, with the place where it stands. */
interface OwnText {
	file: string;
	path: string;
	text: string;
}

/** Every text of a dataset that is ours and could have been copied from a document. */
export function textsOf(dataset: Dataset): OwnText[] {
	const { info, topics, questions, relations, agents, unquoted, sources, features, claims, history } = dataset;
	const texts: OwnText[] = [];
	const add = (of: object, path: string, text: string | undefined) => {
		const place = placeOf(of);
		if (text !== undefined) texts.push({ file: place.file, path: place.path + path, text });
	};
	texts.push({ file: 'dataset.json', path: '/description', text: info.description });
	for (const topic of topics) add(topic, '/definition', topic.definition);
	for (const agent of agents) add(agent, '/role', agent.role);
	for (const question of questions) {
		add(question, '/title', question.title);
		add(question, '/remarks', question.remarks);
		question.answers.forEach(({ title }, index) => {
			add(question, `/answers/${index}/title`, title);
		});
	}
	for (const relation of relations) add(relation, '/why', relation.why);
	for (const one of unquoted) add(one, '/role', one.role);
	for (const feature of features) add(feature, '/properties/georeference/remarks', feature.georeference.remarks);
	for (const source of sources) {
		add(source, '/dating', source.dating);
		add(source, '/record/note', source.record.note);
		source.warnings?.forEach(({ text }, index) => {
			add(source, `/warnings/${index}/text`, text);
		});
		source.unmapped.forEach(({ why }, index) => {
			add(source, `/unmapped/${index}/why`, why);
		});
	}
	for (const version of history) {
		add(version, '/note', version.note);
		for (const kind of ['claims', 'features'] as const) {
			for (const list of ['added', 'changed', 'withdrawn'] as const) {
				version[kind][list].forEach(({ why }, index) => {
					add(version, `/${kind}/${list}/${index}/why`, why);
				});
			}
		}
		for (const list of ['changed', 'withdrawn'] as const) {
			version.claims[list].forEach(({ was }, index) => {
				add(version, `/claims/${list}/${index}/was/text`, was.text);
			});
		}
	}
	for (const claim of claims) {
		add(claim, '/text', claim.text);
		add(claim, '/said/remark', claim.said.remark);
		add(claim, '/concerns/remark', claim.concerns?.remark);
		claim.positions.forEach(({ why }, index) => {
			add(claim, `/positions/${index}/why`, why);
		});
		claim.antecedents?.forEach(({ remark }, index) => {
			add(claim, `/antecedents/${index}/remark`, remark);
		});
		for (const { remark } of [...(claim.ties ?? []), ...claim.attribution, ...(claim.inferred ?? [])]) {
			add(claim, '', remark);
		}
	}
	return texts;
}

/**
 * The indices of the texts that share `count` words in a row with a document, outside of what they quote. Words are compared
 * without case, accents of composition and punctuation, and run on over the ends of sentences and paragraphs.
 */
export function wordsInRow(texts: readonly string[], document: string, count: number): number[] {
	const rows = new Map<string, number[]>();
	texts.forEach((text, index) => {
		for (const part of text.split(QUOTATION)) {
			for (const row of rowsOf(part, count)) rows.set(row, [...(rows.get(row) ?? []), index]);
		}
	});
	const found = new Set<number>();
	for (const row of rowsOf(document, count)) {
		for (const index of rows.get(row) ?? []) found.add(index);
	}
	return [...found].sort((a, b) => a - b);
}

function* rowsOf(text: string, count: number): Generator<string> {
	const words = wordsOf(text);
	for (let at = 0; at + count <= words.length; at++) yield words.slice(at, at + count).join(' ');
}

/** An apostrophe is part of its word, in whatever shape it is set; all else that is no letter or digit parts words. */
function wordsOf(text: string): string[] {
	const folded = text.normalize('NFKC').toLowerCase().replaceAll(/['’ʼ]/g, '');
	return folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
