import type { Geometry } from 'geojson';
import type { Agent } from '$lib/domain/attribution';
import type { Claim, DateRecord } from '$lib/domain/claim';
import type { DatasetInfo } from '$lib/domain/dataset';
import type { Name } from '$lib/domain/feature';
import type { Georeference } from '$lib/domain/georeference';
import type { Position, Question } from '$lib/domain/question';
import type { Source } from '$lib/domain/source';
import type { Topic } from '$lib/domain/topic';

/** What the files hold once their schemas are kept: the types of geodata/schema. */

export type DatasetForm = DatasetInfo;

export interface FeatureForm {
	type: 'Feature';
	id: string;
	bbox?: number[];
	geometry: Geometry | null;
	properties: {
		name: string;
		names: Name[];
		kind: string;
		country?: string;
		context?: boolean;
		sameAs?: string[];
		georeference: Georeference;
	};
}

export type ClaimForm = Omit<Claim, 'source' | 'said' | 'concerns' | 'positions'> & {
	said: DateRecord;
	concerns?: DateRecord;
	positions?: Position[];
};

/** A source without its claims, which are entries of their own. */
export type SourceForm = Source;

export type TopicForm = Topic;
export type QuestionForm = Question;
export type AgentForm = Agent;
