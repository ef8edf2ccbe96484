import type { Agent } from '$lib/domain/attribution';
import type { Issue } from '$lib/domain/issue';
import type { Draft, Entry } from '../draft';
import { breach, quote } from '../rules';

/** What agents say of each other and of themselves before: who speaks for whom, and which ids they had. */
export function agentIssues({ agents, ids }: Draft): Issue[] {
	return [...inCircles(agents), ...takenTwice(agents, ids.agent)];
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
