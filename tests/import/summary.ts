import type { OwnReading } from '$lib/domain/own-feature';

/** What stands beside a document: what is read of it, in short. What a file leaves out, its document need not state. */
export interface Expected {
	format: string | null;
	dates: string[] | null;
	features: ExpectedFeature[];
	issues: string[];
	notes?: string[];
	questions?: string[];
}

interface ExpectedFeature {
	title: string;
	geometry: string | null;
	when?: [from: string | null, to: string | null];
	/** The coordinates, where the document is about them. */
	at?: unknown;
	/** The properties, where the document is about them. */
	properties?: Record<string, unknown>;
}

/** A reading as its document states it; positions and properties only where `like` states them, as of all features. */
export function summaryOf(reading: OwnReading, like?: Expected): Expected {
	const { format, features, issues, dates, notes, questions } = reading;
	const [first] = like?.features ?? [];
	return {
		format,
		dates: dates && [...dates.properties],
		features: features.map(({ title, geometry, when, properties }) => ({
			title,
			geometry: geometry?.type ?? null,
			...(when && { when: [when.from, when.to] as [string | null, string | null] }),
			...(first?.at !== undefined && {
				at: geometry && (geometry.type === 'GeometryCollection' ? geometry.geometries : geometry.coordinates)
			}),
			...(first?.properties !== undefined && { properties })
		})),
		issues: issues.map(({ location, message }) => (location === '' ? message : `${location}: ${message}`)),
		...(notes.length > 0 && { notes: [...notes] }),
		...(questions.length > 0 && { questions: questions.map(({ kind }) => kind) })
	};
}
