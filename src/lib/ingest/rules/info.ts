import { daysOf } from '$lib/domain/interval';
import type { Issue } from '$lib/domain/issue';
import type { Draft } from '../draft';
import { breach, quote } from '../rule-list';

/** What the dataset says of itself: its day and its first view. */
export function infoIssues({ info }: Draft): Issue[] {
	if (info === null) return [];
	const { file, value } = info;
	const issues: Issue[] = [];
	const days = daysOf(value.date);
	if (days === null || days.first !== value.date) {
		issues.push(
			breach(
				'dataset-date',
				file,
				'/date',
				`${quote(value.date)} is not a day.`,
				'Write it as year-month-day: 2025-03-31.'
			)
		);
	}
	const { bbox } = value.initialView;
	const [west, south, east, north] = bbox;
	const valid =
		south < north &&
		Math.abs(south) <= 90 &&
		Math.abs(north) <= 90 &&
		Math.abs(west) <= 180 &&
		Math.abs(east) <= 180 &&
		west !== east;
	if (!valid) {
		const remedy = 'Write west, south, east, north in degrees; west is above east only across the antimeridian.';
		issues.push(breach('extent-valid', file, '/initialView/bbox', `${quote(bbox)} is not an extent.`, remedy));
	}
	return issues;
}
