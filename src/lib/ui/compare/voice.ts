import { type Agent, quotedAmong, type Unquoted } from '$lib/domain/attribution';
import type { Criteria } from '$lib/filter/criteria';
import type { DatasetInfo } from '$lib/domain/dataset';

/** Someone according to whom the atlas can be seen: an agent, a group of agents, or one whom no source quotes. */
export interface Voice {
	id: string;
	title: string;
	kind: 'group' | 'agent' | 'unquoted';
	/** Ids of earlier versions. */
	formerly: readonly string[];
}

/**
 * Every voice of a dataset: groups first, then agents, then those whom no source quotes. No two have one id: a rule on the
 * data sees to that.
 */
export function voicesOf(info: DatasetInfo, agents: readonly Agent[], unquoted: readonly Unquoted[]): Voice[] {
	const groups = Object.entries(info.agentGroups).map(([id, title]): Voice => ({
		id,
		title,
		kind: 'group',
		formerly: []
	}));
	return [
		...groups,
		...quotedAmong(agents).map(({ id, name, formerly = [] }): Voice => ({ id, title: name, kind: 'agent', formerly })),
		...unquoted.map(({ id, name }): Voice => ({ id, title: name, kind: 'unquoted', formerly: [] }))
	];
}

/**
 * The voice that an address names. An id of earlier versions names it too, unless some voice has that id now: where an agent
 * and a group once had one id, links to a comparison meant the group.
 */
export function voiceNamed(voices: readonly Voice[], asked: string): Voice | undefined {
	return voices.find(({ id }) => id === asked) ?? voices.find(({ formerly }) => formerly.includes(asked));
}

/** What a voice is, for those who see only its name: a group can be called like one who speaks. */
export function kindWords({ kind }: Voice): string {
	return KINDS[kind];
}

const KINDS: Readonly<Record<Voice['kind'], string>> = {
	group: 'A group of speakers',
	agent: 'One speaker or outlet',
	unquoted: 'Quoted by no source'
};

/** Criteria as a voice has them; without a voice, as they are. Who is never quoted says nothing. */
export function accordingTo(voice: Voice | undefined, criteria: Criteria): Criteria {
	const all = { ...criteria, agents: null, groups: null };
	if (!voice) return all;
	switch (voice.kind) {
		case 'group':
			return { ...all, groups: [voice.id] };
		case 'agent':
			return { ...all, agents: [voice.id] };
		case 'unquoted':
			return { ...all, agents: [] };
	}
}
