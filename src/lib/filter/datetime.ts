import { daysOf, type Interval } from '$lib/domain/interval';

/**
 * The days of the parameter `datetime` (OGC 17-069r4, /req/core/fc-time-definition): an instant or an interval of RFC 3339
 * dates and date-times, where `..` or nothing is an open end. A moment is taken as its day in UTC. For anything else, and
 * for an interval that ends before it begins, `wrong` says which rule is broken, as a part of a sentence.
 */
export function parseDatetime(text: string): Interval | { wrong: string } {
	// A plus that was not percent-encoded has become a space.
	const ends = text.replaceAll(' ', '+').split('/');
	const [first = '', last = first] = ends;
	if (ends.length > 2) return { wrong: 'it has more than one slash' };
	const isOpen = ends.map((end) => ends.length === 2 && (end === '' || end === '..'));
	if (isOpen.every(Boolean)) return { wrong: 'one of the ends must be a date' };
	const days = ends.map(dayOf);
	const strange = ends.find((_, index) => days[index] === null && isOpen[index] !== true);
	if (strange !== undefined) return { wrong: `“${strange.slice(0, 60)}” is no date of the calendar` };
	const [from, to] = [dayOf(first), dayOf(last)];
	if (from !== null && to !== null && from > to) return { wrong: `it ends (${to}) before it begins (${from})` };
	return { from, to };
}

/** The first and the last day that a date of four digits can have. */
const CALENDAR = { first: '0000-01-01', last: '9999-12-31' } as const;

/** A date or a date-time of RFC 3339, section 5.6. */
const MOMENT =
	/^(\d{4}-\d{2}-\d{2})(?:[Tt]([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(?:\.\d+)?([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d))?$/;

/** The day of a date or, in UTC, of a moment; null where it is neither. Beyond the calendar it is the nearest day of it. */
function dayOf(text: string): string | null {
	const [, day = '', hours, minutes, , zone = ''] = MOMENT.exec(text) ?? [];
	if (!daysOf(day)) return null;
	if (hours === undefined || /^z$/i.test(zone)) return day;
	const [, sign, aheadHours, aheadMinutes] = /^([+-])(\d{2}):(\d{2})$/.exec(zone) ?? [];
	const ahead = (sign === '-' ? -1 : 1) * (Number(aheadHours) * 60 + Number(aheadMinutes));
	const moment = new Date(`${day}T00:00:00Z`);
	moment.setUTCMinutes(Number(hours) * 60 + Number(minutes) - ahead);
	const year = moment.getUTCFullYear();
	if (year < 0 || year > 9999) return year < 0 ? CALENDAR.first : CALENDAR.last;
	return moment.toISOString().slice(0, 10);
}
