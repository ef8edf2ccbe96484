import type { Agent, Unquoted } from './attribution';
import type { Claim } from './claim';
import type { Extent } from './extent';
import type { PlacedFeature } from './feature';
import type { History } from './history';
import type { Layer } from './layer';
import type { NoteOrder } from './note-number';
import type { AnswerRelation, Question } from './question';
import type { Source } from './source';
import type { Topic } from './topic';

/** What the atlas says of itself. */
export interface DatasetInfo {
	title: string;
	description: string;
	/** Semantic version of the data. */
	version: string;
	/** When this version was made, as a date. */
	date: string;
	licence: { name: string; url: string };
	/** Who is to be named when the data is cited. */
	creator: string;
	/** What the map shows first. */
	initialView: { bbox: Extent };
	/** Whose borders are drawn, and how, for the About page. */
	borderPolicy: string;
	/** Names of the groups that agents belong to, by their word in the data. */
	agentGroups: Record<string, string>;
	layers: Layer[];
}

/** An atlas: all that stands in one `geodata/` folder, read and checked. Lists are in the order of the files. */
export interface Dataset {
	info: DatasetInfo;
	layers: Layer[];
	topics: Topic[];
	questions: Question[];
	/** How answers stand to each other that speak of the same thing. */
	relations: AnswerRelation[];
	agents: Agent[];
	/** Those that the sources speak of and none quotes. */
	unquoted: Unquoted[];
	sources: Source[];
	features: PlacedFeature[];
	claims: Claim[];
	/** The numbers of notes, which a reader is told by `noteNumber` alone. */
	noteOrder: NoteOrder;
	/** The versions that there were, this one first; empty where none are recorded. */
	history: History;
	/** Fingerprint of the whole data, with the proofs of its claims: changes whenever any of it does. */
	fingerprint: string;
}
