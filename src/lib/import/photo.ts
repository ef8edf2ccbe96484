import exif from 'exifreader';
import { quoted, Refused } from './issues';
import type { Found, Reading } from './file-reading';

type Tags = Readonly<Record<string, { value?: unknown } | undefined>>;

/** The tags of a photograph that are kept, and what they are called. */
const KEPT = {
	ImageDescription: 'description',
	Artist: 'author',
	Copyright: 'copyright',
	Make: 'camera make',
	Model: 'camera model',
	GPSImgDirection: 'direction'
} as const;

/**
 * A photograph as one feature, where its own record says that it was taken (Exif 2.3, section 4.6.6), and when.
 * @throws Refused where it has no position
 */
export function readPhoto(name: string, bytes: Uint8Array, reading: Reading): Found {
	const tags = tagsOf(bytes);
	if (!tags?.['GPSLatitude'] && !tags?.['GPSLongitude']) {
		throw new Refused(
			'This is a picture, whatever its name says, and it has no position. Messengers and websites take positions out: choose the file as the camera wrote it.'
		);
	}
	const [latitude, longitude] = [degreesOf(tags, 'GPSLatitude', 'NS'), degreesOf(tags, 'GPSLongitude', 'EW')];
	if (latitude === null || longitude === null) {
		throw new Refused(
			'This is a picture whose position is not whole: degrees, or the letter of the hemisphere, are missing.'
		);
	}
	const properties: Record<string, unknown> = { name };
	const taken = textOf(tags['DateTimeOriginal']) ?? textOf(tags['DateTime']);
	const [, day, time] = /^(\d{4}:\d\d:\d\d)[ T](\d\d:\d\d(?::\d\d)?)/.exec(taken ?? '') ?? [];
	if (day !== undefined) properties['date'] = `${day.replaceAll(':', '-')}T${time ?? ''}`;
	else if (taken !== null && !/^[\s:0]*$/.test(taken)) {
		reading.add('', `The picture says that it was taken ${quoted(taken)}, which is not a date.`);
	}
	for (const [tag, called] of Object.entries(KEPT)) {
		const text = textOf(tags[tag]);
		if (text !== null) properties[called] = text;
	}
	reading.feature({ type: 'Point', coordinates: [longitude, latitude] }, properties);
	return { format: 'Photograph' };
}

function tagsOf(bytes: Uint8Array): Tags | null {
	try {
		return (exif.load(new Uint8Array(bytes).buffer, { expanded: true }).exif ?? null) as Tags | null;
	} catch {
		return null;
	}
}

/** Degrees of a tag, north or east positive: three fractions, and a letter in a tag of its own; null where one is missing. */
function degreesOf(tags: Tags, tag: string, letters: string): number | null {
	const parts: unknown = tags[tag]?.value;
	const letter = textOf(tags[`${tag}Ref`])?.toUpperCase();
	if (!Array.isArray(parts) || parts.length !== 3 || letter?.length !== 1 || !letters.includes(letter)) return null;
	const [degrees = NaN, minutes = NaN, seconds = NaN] = parts.map(fractionOf);
	const value = degrees + minutes / 60 + seconds / 3600;
	if (!Number.isFinite(value) || minutes >= 60 || seconds >= 60) return null;
	return letter === letters[1] ? -value : value;
}

function fractionOf(value: unknown): number {
	if (typeof value === 'number') return value;
	const [above, below] = Array.isArray(value) ? (value as number[]) : [];
	return above === undefined || !below ? Number.NaN : above / below;
}

function textOf(tag: { value?: unknown } | undefined): string | null {
	const value: unknown = Array.isArray(tag?.value) && typeof tag.value[0] === 'string' ? tag.value[0] : tag?.value;
	if (Array.isArray(value)) {
		const number = fractionOf(value);
		return Number.isNaN(number) ? null : String(number);
	}
	const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	return text === '' ? null : text;
}
