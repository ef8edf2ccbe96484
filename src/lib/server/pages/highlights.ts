import { antecedentsOf, type Claim } from '$lib/domain/claim';

/** Whatever highlights something. */
const ANY = ':where([data-claims], [data-place])';

/** What is pointed at comes before what is chosen: lit together, they could not be told apart. */
const POINTED = `.reading-view:has(${ANY}:hover)`;

/**
 * The style sheet by which whatever is pointed at, focused or led to highlights what belongs to it: a passage its claim and
 * the claim's places, a claim its passage and its places, a place its claims and their passages. What the document says
 * elsewhere of a claim's words has a light of its own, `--meant`. It only sets these to 1; each part of the page knows how
 * it looks then. A style sheet needs no script, and works for any number of claims.
 */
export function highlightsOf(claims: readonly Pick<Claim, 'id' | 'about' | 'ties' | 'antecedents'>[]): string {
	const claimsAbout = new Map<string, string[]>();
	for (const { id, about } of claims) {
		for (const feature of about) claimsAbout.set(feature, [...(claimsAbout.get(feature) ?? []), id]);
	}
	const rules = [
		`${POINTED} [data-claims]:target { --lit: 0; }\n`,
		...claims.map(({ id, about }) => rule(claimPart(id), [claimPart(id), ...about.map(placePart)])),
		...claims
			.filter((claim) => antecedentsOf(claim).length > 0)
			.map(({ id }) => rule(claimPart(id), [meaningPart(id)], '--meant')),
		...[...claimsAbout].map(([feature, ids]) => rule(placePart(feature), [placePart(feature), ...ids.map(claimPart)]))
	];
	return rules.join('');
}

function rule(part: string, lit: readonly string[], light = '--lit'): string {
	const chosen = `${part}:focus-visible, ${part} :focus-visible, ${part}:target`;
	return [`.reading-view:has(${part}:hover)`, `.reading-view:not(${POINTED}):has(${chosen})`]
		.map((where) => `${where} :is(${lit.join(', ')}) { ${light}: 1; }\n`)
		.join('');
}

function claimPart(id: string): string {
	return `[data-claims~=${quoted(id)}]`;
}

function meaningPart(id: string): string {
	return `[data-means~=${quoted(id)}]`;
}

function placePart(id: string): string {
	return `[data-place=${quoted(id)}]`;
}

/** A CSS string (CSS Syntax 3, section 4.3.5): ids need no escapes, but a style sheet does not rest on that. */
function quoted(text: string): string {
	return `"${text.replaceAll(/["\\\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
}
