import type { Issue } from '$lib/domain/issue';
import type { Draft } from '../draft';
import { textsAt } from '../location';
import { breachIn, quote } from '../rule-list';

/** Agents: who speaks for whom, which ids they had, and that none of them is listed as not quoted. */
export function* agentIssues(draft: Draft): Generator<Issue> {
	yield* inCircles(draft);
	yield* takenTwice(draft);
	yield* quotedAfterAll(draft);
}

function* inCircles({ agents }: Draft): Generator<Issue> {
	const spokenFor = new Map(agents.map(({ value }) => [value.id, value.speaksFor?.agent]));
	for (const entry of agents) {
		const { id } = entry.value;
		const passed = new Set<string>();
		for (let next = spokenFor.get(id); next !== undefined && !passed.has(next); next = spokenFor.get(next)) {
			passed.add(next);
		}
		if (!passed.has(id)) continue;
		const message = `The agent ${quote(id)} speaks for itself, by way of those that it speaks for.`;
		const remedy = 'Let the one whose word it is speak for no one.';
		yield breachIn('agent-speaks-for', entry, '/speaksFor/agent', message, remedy);
	}
}

function* takenTwice({ agents, ids }: Draft): Generator<Issue> {
	const taken = new Set(ids.agent);
	for (const entry of agents) {
		for (const { path, text: id } of textsAt(entry.value, 'formerly/*')) {
			if (taken.has(id)) {
				const message = `The former id ${quote(id)} is that of an agent now, or of another before.`;
				const remedy = 'Take it away: an old link can mean one agent only.';
				yield breachIn('agent-formerly', entry, path, message, remedy);
			}
			taken.add(id);
		}
	}
}

/** Agents and groups of agents speak; who is listed as not quoted is none of them. */
function* quotedAfterAll({ info, unquoted, ids }: Draft): Generator<Issue> {
	const seen = new Set<string>();
	for (const entry of unquoted) {
		const { id } = entry.value;
		const isGroup = info !== null && Object.hasOwn(info.value.agentGroups, id);
		const other = ids.agent.has(id) ? 'an agent' : isGroup ? 'a group of agents' : seen.has(id) ? 'another' : null;
		seen.add(id);
		if (other === null) continue;
		const message = `The id ${quote(id)} of one who is not quoted is that of ${other}.`;
		yield breachIn('unquoted-not-agent', entry, '/id', message, 'Remove it here, or give it another id.');
	}
}
