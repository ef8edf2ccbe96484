import { daysOf, type Interval } from '$lib/domain/interval';

/**
 * The days of the parameter `datetime` (OGC 17-069r4, /req/core/fc-time-definition): an instant or an interval of RFC 3339
 * dates and date-times, where `..` or nothing is an open end. A moment is taken as its day in UTC. Null for anything else,
 * and for an interval that ends before it begins.
 */
export function parseDatetime(text: string): Interval | null {
	// A plus that was not percent-encoded has become a space.
	const ends = text.replaceAll(' ', '+').split('/');
	const [first = '', last = first] = ends;
	if (ends.length > 2) return null;
	const from = dayOf(first);
	const to = dayOf(last);
	if (ends.length === 1) return from !== null ? { from, to } : null;
	const isOpen = [first, last].map((end) => end === '' || end === '..');
	if ((from === null && !isOpen[0]) || (to === null && !isOpen[1]) || (isOpen[0] && isOpen[1])) return null;
	return from === null || to === null || from <= to ? { from, to } : null;
}

/** A date or a date-time of RFC 3339, section 5.6. */
const MOMENT =
	/^(\d{4}-\d{2}-\d{2})(?:[Tt]([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(?:\.\d+)?([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d))?$/;

/** The day of a date or, in UTC, of a moment; null where it is neither. */
function dayOf(text: string): string | null {
	const [, day = '', hours, minutes, , zone = ''] = MOMENT.exec(text) ?? [];
	if (!daysOf(day)) return null;
	if (hours === undefined || /^z$/i.test(zone)) return day;
	const [, sign, aheadHours, aheadMinutes] = /^([+-])(\d{2}):(\d{2})$/.exec(zone) ?? [];
	const ahead = (sign === '-' ? -1 : 1) * (Number(aheadHours) * 60 + Number(aheadMinutes));
	const moment = new Date(`${day}T00:00:00Z`);
	moment.setUTCMinutes(Number(hours) * 60 + Number(minutes) - ahead);
	return moment.toISOString().slice(0, 10);
}
