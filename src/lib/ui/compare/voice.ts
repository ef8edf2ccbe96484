import type { Agent } from '$lib/domain/attribution';
import type { Criteria } from '$lib/domain/criteria';
import type { DatasetInfo } from '$lib/domain/dataset';

/** Someone according to whom the atlas can be seen: an agent, or a group of agents. */
export interface Voice {
	id: string;
	title: string;
	kind: 'group' | 'agent';
	/** Ids of earlier versions. */
	formerly: readonly string[];
}

/** Every voice of a dataset: groups first, then agents. No two have one id: a rule on the data sees to that. */
export function voicesOf(info: DatasetInfo, agents: readonly Agent[]): Voice[] {
	const groups = Object.entries(info.agentGroups).map(([id, title]): Voice => ({
		id,
		title,
		kind: 'group',
		formerly: []
	}));
	return [
		...groups,
		...agents.map(({ id, name, formerly = [] }): Voice => ({ id, title: name, kind: 'agent', formerly }))
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
	return kind === 'group' ? 'A group of speakers' : 'One speaker or outlet';
}

/** Criteria as a voice has them; without a voice, as they are. */
export function accordingTo(voice: Voice | undefined, criteria: Criteria): Criteria {
	const all = { ...criteria, agents: null, groups: null };
	if (!voice) return all;
	return voice.kind === 'group' ? { ...all, groups: [voice.id] } : { ...all, agents: [voice.id] };
}
