import type { InferredLink } from '$lib/domain/attribution';

/** A link that is inferred, as far as words need it. */
export type NamedInference = Pick<InferredLink, 'as' | 'before'> & { name: string };

/** Links that are inferred, each with the name of its agent. */
export function withNames(
	links: readonly InferredLink[],
	agentOf: ReadonlyMap<string, { name: string }>
): (InferredLink & NamedInference)[] {
	return links.map((link) => ({ ...link, name: agentOf.get(link.agent)?.name ?? link.agent }));
}

const LIST = new Intl.ListFormat('en-GB');

/**
 * What other pages suggest of a chain beyond what its document gives: "probably after the Wall Street Journal", "probably:
 * officials told the Wall Street Journal", "probably through an agency".
 */
export function inferredWords(links: readonly NamedInference[]): string {
	const beyond = links.filter(({ before }) => before === 0);
	const between = links.filter(({ before }) => before > 0).map(({ name }) => within(name));
	const [only, ...more] = beyond;
	const phrases = [
		...(only === undefined ? [] : [more.length === 0 ? `after ${within(only.name)}` : toldWords(beyond)]),
		...(between.length === 0 ? [] : [`through ${LIST.format(between)}`])
	];
	return `probably${beyond.length > 1 ? ':' : ''} ${phrases.join(', ')}`;
}

/** Verbs that name whom something was passed on to. */
const TOLD: Readonly<Partial<Record<InferredLink['as'], string>>> = {
	told: 'told',
	confirmed: 'confirmed to',
	showed: 'showed'
};

function toldWords([origin, ...carriers]: readonly NamedInference[]): string {
	const [first, ...others] = carriers.map(({ name }) => within(name));
	const verb = origin && TOLD[origin.as];
	const told = `${within(origin?.name ?? '')}${verb === undefined ? ', through' : ` ${verb}`} ${first ?? ''}`;
	return [told, ...others.map((name) => `through ${name}`)].join(', ');
}

/** A name within a sentence. */
function within(name: string): string {
	return name.replace(/^The /, 'the ');
}
