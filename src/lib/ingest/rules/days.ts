import { daysOf } from '$lib/domain/interval';
import type { Issue } from '$lib/domain/issue';
import type { Location } from '../location';
import { breachIn, quote, type RuleId } from '../rule-list';

/** A text that should be a day of the calendar and is not; `member` is where it stands. */
export function* dayIssues(rule: RuleId, entry: Location, member: string, day: string): Generator<Issue> {
	if (day.length === 10 && daysOf(day) !== null) return;
	yield breachIn(rule, entry, member, `${quote(day)} is not a day.`, 'Write it as year-month-day: 2025-03-31.');
}
