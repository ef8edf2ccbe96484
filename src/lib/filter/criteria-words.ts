import type { Catalogue } from '$lib/domain/catalogue';
import { eachClause } from './clauses';
import type { Criteria } from './criteria';
import { byList, LISTED, type Titles } from './vocabulary';

/** What the ids of a catalogue are called. */
export function titlesOf(catalogue: Catalogue): Titles {
	return byList((name) => LISTED[name].items(catalogue));
}

/** Criteria as a phrase that a person reads: `layer Tartus; topics Bases or Diplomacy; said from 2024-12-08 on`. */
export function criteriaWords(criteria: Criteria, titles: Titles): string {
	const words = eachClause(criteria, (clause, value) => clause.words(value, titles));
	const clauses = words.filter((clause) => clause !== null);
	return clauses.length === 0 ? 'all features and claims' : clauses.join('; ');
}

/** Whether claims contradict each other under a filter; that none do is an answer too. */
export function contestedWords(features: number): string {
	if (features === 0) return 'No two claims about one place here contradict each other.';
	return `Claims contradict each other on ${features} ${features === 1 ? 'feature' : 'features'} here.`;
}
