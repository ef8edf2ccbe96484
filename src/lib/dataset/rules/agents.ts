import type { Issue } from '$lib/domain/issue';
import type { Draft } from '../draft';
import { breach, quote } from '../rules';

/** What agents say of each other: that no one speaks for itself in the end. */
export function agentIssues({ agents }: Draft): Issue[] {
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
