import { type Agent, quotedAmong, type Unquoted } from '$lib/domain/attribution';
import type { Criteria } from '$lib/filter/criteria';
import type { DatasetInfo } from '$lib/domain/dataset';

/** Someone according to whom the atlas can be seen: an agent, a group of agents, or one whom no source quotes. */
export interface Perspective {
	id: string;
	title: string;
	kind: 'group' | 'agent' | 'unquoted';
	/** Ids of earlier versions. */
	formerly: readonly string[];
}

/**
 * Every perspective of a dataset: groups first, then agents, then those whom no source quotes. No two have one id: a rule on the
 * data sees to that.
 */
export function perspectivesOf(
	info: DatasetInfo,
	agents: readonly Agent[],
	unquoted: readonly Unquoted[]
): Perspective[] {
	const groups = Object.entries(info.agentGroups).map(([id, title]): Perspective => ({
		id,
		title,
		kind: 'group',
		formerly: []
	}));
	return [
		...groups,
		...quotedAmong(agents).map(({ id, name, formerly = [] }): Perspective => ({
			id,
			title: name,
			kind: 'agent',
			formerly
		})),
		...unquoted.map(({ id, name }): Perspective => ({ id, title: name, kind: 'unquoted', formerly: [] }))
	];
}

/**
 * The perspective that an address names. An id of earlier versions names it too, unless some perspective has that id now: where an agent
 * and a group once had one id, links to a comparison meant the group.
 */
export function perspectiveNamed(perspectives: readonly Perspective[], asked: string): Perspective | undefined {
	return perspectives.find(({ id }) => id === asked) ?? perspectives.find(({ formerly }) => formerly.includes(asked));
}

/** What a perspective is, for those who see only its name: a group can be called like one who speaks. */
export function kindWords({ kind }: Perspective): string {
	return KINDS[kind];
}

const KINDS: Readonly<Record<Perspective['kind'], string>> = {
	group: 'A group of speakers',
	agent: 'One speaker or outlet',
	unquoted: 'Quoted by no source'
};

/** Criteria as a perspective has them; without a perspective, as they are. Who is never quoted says nothing. */
export function accordingTo(perspective: Perspective | undefined, criteria: Criteria): Criteria {
	const all = { ...criteria, agents: null, groups: null };
	if (!perspective) return all;
	switch (perspective.kind) {
		case 'group':
			return { ...all, groups: [perspective.id] };
		case 'agent':
			return { ...all, agents: [perspective.id] };
		case 'unquoted':
			return { ...all, agents: [] };
	}
}
