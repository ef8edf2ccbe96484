import type { Agent } from '$lib/domain/attribution';
import type { Issue } from '$lib/domain/issue';
import type { Draft, Entry } from '../draft';
import { breach, quote } from '../rule-list';

/** Agents: who speaks for whom, which ids they had, and that none of them is listed as not quoted. */
export function agentIssues(draft: Draft): Issue[] {
	const { agents, ids } = draft;
	return [...inCircles(agents), ...takenTwice(agents, ids.agent), ...quotedAfterAll(draft)];
}

function inCircles(agents: readonly Entry<Agent>[]): Issue[] {
	const spokenFor = new Map(agents.map(({ value }) => [value.id, value.speaksFor?.agent]));
	return agents.flatMap(({ file, path, value: { id } }) => {
		const passed = new Set<string>();
		for (let next = spokenFor.get(id); next !== undefined && !passed.has(next); next = spokenFor.get(next)) {
			passed.add(next);
		}
		if (!passed.has(id)) return [];
		const message = `The agent ${quote(id)} speaks for itself, by way of those that it speaks for.`;
		const remedy = 'Let the one whose word it is speak for no one.';
		return [breach('agent-speaks-for', file, `${path}/speaksFor/agent`, message, remedy)];
	});
}

function takenTwice(agents: readonly Entry<Agent>[], now: ReadonlySet<string>): Issue[] {
	const taken = new Set(now);
	return agents.flatMap(({ file, path, value: { formerly = [] } }) =>
		formerly.flatMap((id, index) => {
			if (!taken.has(id)) {
				taken.add(id);
				return [];
			}
			const message = `The former id ${quote(id)} is that of an agent now, or of another before.`;
			const remedy = 'Take it away: an old link can mean one agent only.';
			return [breach('agent-formerly', file, `${path}/formerly/${index}`, message, remedy)];
		})
	);
}

/** Agents and groups of agents speak; who is listed as not quoted is none of them. */
function quotedAfterAll({ info, unquoted, ids }: Draft): Issue[] {
	const seen = new Set<string>();
	return unquoted.flatMap(({ file, path, value: { id } }) => {
		const isGroup = info !== null && Object.hasOwn(info.value.agentGroups, id);
		const other = ids.agent.has(id) ? 'an agent' : isGroup ? 'a group of agents' : seen.has(id) ? 'another' : null;
		seen.add(id);
		if (other === null) return [];
		const message = `The id ${quote(id)} of one who is not quoted is that of ${other}.`;
		return [breach('unquoted-not-agent', file, `${path}/id`, message, 'Remove it here, or give it another id.')];
	});
}
