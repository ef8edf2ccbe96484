import { wrongExtent } from '$lib/domain/extent';
import type { Issue } from '$lib/domain/issue';
import type { Draft } from '../draft';
import { breachIn, quote } from '../rule-list';
import { dayIssues } from './days';

/** What the dataset says of itself: its day and its first view. */
export function* infoIssues({ info }: Draft): Generator<Issue> {
	if (info === null) return;
	yield* dayIssues('dataset-date', info, '/date', info.value.date);
	const { bbox } = info.value.initialView;
	const [west, south, east, north] = bbox;
	if (wrongExtent(bbox) === null && south !== north && west !== east) return;
	const remedy = 'Write west, south, east, north in degrees; west is above east only across the antimeridian.';
	yield breachIn('extent-valid', info, '/initialView/bbox', `${quote(bbox)} is not an extent.`, remedy);
}
