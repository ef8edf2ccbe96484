/**
 * The names of months (from 1) or of days of the week (from 0 for Sunday) in a language (BCP 47), as the platform writes them
 * in each of some forms.
 */
export function calendarNames(
	language: string,
	unit: 'month' | 'weekday',
	forms: readonly Intl.DateTimeFormatOptions[]
): [name: string, number: number][] {
	// 2023 began on a Sunday.
	const days = Array.from({ length: unit === 'month' ? 12 : 7 }, (_, index) =>
		unit === 'month' ? Date.UTC(2023, index, 15) : Date.UTC(2023, 0, 1 + index)
	);
	return forms.flatMap((form) => {
		const format = new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' });
		return days.flatMap((day, index): [string, number][] => {
			const name = format.formatToParts(day).find(({ type }) => type === unit)?.value;
			return name === undefined ? [] : [[name, unit === 'month' ? index + 1 : index]];
		});
	});
}
