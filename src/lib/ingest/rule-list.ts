import type { Issue } from '$lib/domain/issue';
import type { Location } from './location';

/** Every rule that the data is held to, by the stable word that an issue carries. */
export const RULES = {
	'folder-readable': 'The data folder can be read.',
	'file-present': 'Every file that the data needs is there.',
	'file-expected': 'A folder of the data holds only files that the data names.',
	'file-readable': 'A file can be read and is UTF-8.',
	'file-size': 'A file has at most 20 MB.',
	'json-syntax': 'A file is JSON (RFC 8259).',
	'json-depth': 'JSON is nested at most 32 deep.',
	'json-duplicate-key': 'An object has each key once.',
	'schema-required': 'What a file must have is there.',
	'schema-unknown': 'A file has only what the form knows.',
	'schema-type': 'A value is of the kind that the form asks for.',
	'schema-choice': 'A value is one of those that the form offers.',
	'schema-form': 'A text is written as the form asks for.',
	'schema-size': 'A text or list is as long as the form asks for.',
	'schema-range': 'A number is in the range that the form asks for.',
	'schema-unique': 'A list has each item once.',
	'text-characters': 'Text is well-formed Unicode without control characters.',
	'language-tag': 'A language is a tag after BCP 47.',
	'web-address': 'A web address is http or https, with a host and without credentials.',
	'id-unique': 'An id is given once.',
	'source-file-name': 'A source has the name of its file as its id.',
	'source-record-id': 'The record of a source has the id of the source.',
	'document-once': 'A document is that of one source.',
	'dataset-date': 'The date of the dataset is a day of the calendar.',
	'changes-current': 'The history begins with the version and the date of the dataset.',
	'changes-order': 'A version in the history is newer than the one after it, and its date no earlier.',
	'changes-date': 'The date of a version is a day of the calendar.',
	'changes-once': 'A version says of a claim or feature once what became of it.',
	'changes-reference': 'What the history last added or changed is there; what it last withdrew is not.',
	'extent-valid': 'An extent is west, south, east, north within the globe.',
	'reference-resolves': 'An id that is referred to exists.',
	'agent-not-group': 'An agent and a group of agents have ids of their own.',
	'agent-formerly': 'A former id of an agent is that of no other agent, now or before.',
	'agent-speaks-for': 'An agent that speaks for another does not speak for itself in the end.',
	'agent-used': 'Every agent appears in an attribution.',
	'topic-used': 'Every topic has a claim.',
	'question-used': 'Every question has a position.',
	'answer-used': 'Every answer of a question is given by a claim, or marked as unclaimed.',
	'answer-unclaimed': 'An answer that is marked as unclaimed is given by no claim.',
	'claim-has-feature': 'A claim is about at least one feature.',
	'claim-has-topic': 'A claim is filed under at least one topic.',
	'claim-has-attribution': 'A claim says who said it.',
	'claim-ends-with-outlet': 'The last link of an attribution is an outlet.',
	'claim-quotation': 'A claim quotes at most six words in a row.',
	'exceptions-few': 'At most one claim in twenty has exceptions from fitting its passage.',
	'claim-about-once': 'A claim names a feature once.',
	'attribution-stated':
		'The document gives the outlet that carries a claim, and no ground is needed for a link that it gives.',
	'attribution-inferred': 'An inferred link of an attribution says why it is thought so, and which pages show it.',
	'page-seen': 'A page of the web was seen on a day of the calendar.',
	'unquoted-not-agent': 'Who is not quoted is in no attribution.',
	'answers-settled': 'How every two answers of a question stand to each other is settled, once, with the reason.',
	'question-formerly': 'A former id of a question is that of no question now.',
	'note-numbered': 'Where notes have numbers, every claim about a feature has one, once.',
	'note-known': 'Whatever has the number of a note is a claim about the feature, or was withdrawn.',
	'claim-duplicate': 'A source says one thing of one passage once.',
	'date-edtf': 'A date is EDTF (ISO 8601-2), without clock time, in the years 0000 to 9999.',
	'date-beginning':
		'What was said has a beginning, and so has a set of dates: the earliest day that the document allows.',
	'date-inferred-remark': 'An inferred date says how it was found.',
	'selector-paragraph': 'A selector points at a paragraph that the document has.',
	'selector-span': 'A passage begins before it ends.',
	'paragraph-covered': 'Every paragraph is the ground of a claim or listed as unmapped.',
	'paragraph-contradicted': 'A paragraph that a claim rests on is not unmapped.',
	'unmapped-paragraph': 'An unmapped paragraph is one of the document, listed once.',
	'feature-has-claim': 'Every feature has a claim, or is context.',
	'feature-context': 'A feature that is context has no claims.',
	'georeference-null': 'Null geometry has null uncertainty, and only null geometry has.',
	'georeference-vague-pin': 'A place that is somewhere within is an area or a line, never a pin.',
	'georeference-point': 'A point that stands for its place is at most 50 km uncertain.',
	'georeference-seat': 'A seat is a point: a body has no outline.',
	'georeference-uncertainty':
		'The uncertainty is the radius of the smallest circle that holds the geometry, to 1 % and 10 m; of a point, a distance that its remarks name.',
	'name-search-uncredited': 'A name that only helps to find a feature is credited to no source.',
	'geometry-type': 'A geometry is of one of the seven types of RFC 7946.',
	'geometry-member': 'A geometry has only the members of RFC 7946.',
	'geometry-nested': 'A GeometryCollection holds no other.',
	'geometry-empty': 'A geometry that cannot be drawn is null, not empty.',
	'geometry-positions': 'Positions are lists of numbers.',
	'geojson-structure': 'Geometry holds before geojson-validation.',
	'geojson-strict': 'Geometry holds before check-geojson.',
	'geojson-crs': 'Coordinates are WGS 84; there is no crs member (RFC 7946, section 4).',
	'position-dimension': 'A position is longitude and latitude, without altitude.',
	'position-finite': 'A coordinate is a finite number.',
	'position-range': 'Longitude is first, within 180 degrees; latitude second, within 90.',
	'position-precision': 'A coordinate has at most 6 decimals, about 10 cm.',
	'position-repeated': 'No position stands twice in a row.',
	'ring-area': 'A ring encloses something.',
	'ring-winding': 'Outer rings run counterclockwise, holes clockwise (RFC 7946, section 3.1.6).',
	'ring-crossing': 'The rings of an area cross neither themselves nor each other.',
	'bbox-matches': 'A bbox is that of the geometry (RFC 7946, section 5).',
	'country-outline': 'A country that a feature names has an outline in countries.geojson.',
	'geometry-in-country': 'A geometry lies in the country that it names, give or take 2 km of coast.'
} as const;

/** The word of a rule on the data folder. */
export type RuleId = keyof typeof RULES;

/** The rules on the data that need the documents, by the word that an issue carries. */
export const DOCUMENT_RULES = {
	'documents-readable': 'The folder of documents can be read.',
	'document-fingerprint': 'A file that has the name of a document has its fingerprint.',
	'document-text': 'A document is UTF-8 text.',
	'document-paragraphs': 'A document has as many paragraphs as its source says.',
	'selector-in-document': 'A selector points at a stretch of its paragraph.',
	'selector-fingerprint': 'The passage is the one that the selector was made for.',
	'about-named': 'A passage names a feature that its claim is about, or words are given that stand for it.',
	'tie-words': 'Words that stand for something stand in the passage.',
	'name-in-document': 'A name that is credited to a source stands in its document, letter for letter.',
	'claim-number': 'A claim gives numbers, amounts and their “about” or “more than” as its passage does.',
	'claim-date': 'A claim gives times that its passage or its context gives.',
	'claim-name': 'A claim names whom its passage, its context, its features or its attribution name.',
	'claim-negation': 'A claim denies what its passage denies, and nothing else.',
	'claim-strength': 'A claim is as sure and as wide as its passage.',
	'claim-whole': 'A passage is not cut off from its condition or its caveat.',
	'claim-modality': 'How a claim says that its source puts it fits its attribution and its passage.',
	'claim-dated': 'The passage, its context or the remark of an inferred date explains the dates of a claim.',
	'exception-answers': 'A reasoned exception answers something in which a claim does not fit its passage.',
	'claim-quotation-exact': 'What a claim quotes stands in its passage to the letter.',
	'text-copies-document': 'No text of the atlas has seven words in a row of a document.'
} as const;

/** The word of a rule that needs the documents. */
export type DocumentRuleId = keyof typeof DOCUMENT_RULES;

/** An issue with the rule of that name: `path` is a JSON Pointer into `file`. */
export function breach(
	rule: RuleId | DocumentRuleId,
	file: string,
	path: string,
	message: string,
	remedy: string
): Issue {
	return { file, path, rule, message, remedy };
}

/** The same of a part of the data that was read: `member` is a JSON Pointer from there. */
export function breachIn(
	rule: RuleId | DocumentRuleId,
	{ file, path }: Location,
	member: string,
	message: string,
	remedy: string
): Issue {
	return breach(rule, file, path + member, message, remedy);
}

/** A value as a message quotes it: as JSON, cut short where it is long. */
export function quote(value: unknown): string {
	const text = value === undefined ? 'nothing' : JSON.stringify(value);
	const points = Array.from(text.slice(0, 200));
	return points.length <= 60 && text.length <= 200 ? text : `${points.slice(0, 57).join('')}…`;
}
