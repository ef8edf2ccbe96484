import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import agents from '$geodata/schema/agents.schema.json';
import changes from '$geodata/schema/changes.schema.json';
import common from '$geodata/schema/common.schema.json';
import countries from '$geodata/schema/countries.schema.json';
import dataset from '$geodata/schema/dataset.schema.json';
import layer from '$geodata/schema/layer.schema.json';
import notes from '$geodata/schema/notes.schema.json';
import questions from '$geodata/schema/questions.schema.json';
import source from '$geodata/schema/source.schema.json';
import topics from '$geodata/schema/topics.schema.json';
import type { Issue } from '$lib/domain/issue';
import { child } from './json';
import { breach, quote, type RuleId } from './rule-list';

const SCHEMAS = { agents, changes, countries, dataset, layer, notes, questions, source, topics };

/** The kinds of files of the data folder. */
export type FileKind = keyof typeof SCHEMAS;

/** Formats are left to rules of our own, which say what is wrong in words. */
const ajv = new Ajv2020({ allErrors: true, verbose: true, validateFormats: false, allowUnionTypes: true });
ajv.addSchema(common, 'common.schema.json');

const validators = new Map<FileKind, ValidateFunction>();

/** What a value lacks to be a file of a kind: one issue for each place that breaks the schema, all of them. */
export function schemaIssues(kind: FileKind, file: string, value: unknown): Issue[] {
	let validate = validators.get(kind);
	if (validate === undefined) {
		validate = ajv.compile(SCHEMAS[kind]);
		validators.set(kind, validate);
	}
	if (validate(value)) return [];
	// What breaks a branch of a condition is an error by itself; that the condition failed says no more.
	return (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if').map((error) => inWords(file, error));
}

function inWords(file: string, error: ErrorObject): Issue {
	const { keyword, instancePath, data } = error;
	const params = error.params as Record<string, unknown>;
	const parent = (error.parentSchema ?? {}) as { title?: string; description?: string };
	const asked = parent.title === undefined ? '' : ` It is ${parent.title}.`;
	const say = (rule: RuleId, message: string, remedy: string, path = instancePath) =>
		breach(rule, file, path, message, remedy);
	switch (keyword) {
		case 'required': {
			const missing = String(params['missingProperty']);
			return say('schema-required', `${quote(missing)} is missing.`, `Add ${quote(missing)}.`);
		}
		case 'additionalProperties': {
			const extra = String(params['additionalProperty']);
			const path = child(instancePath, extra);
			if (extra === 'crs' && file.endsWith('.geojson')) {
				return say('geojson-crs', 'A crs member stands here.', 'Remove it; give coordinates in WGS 84.', path);
			}
			return say('schema-unknown', `${quote(extra)} is not known here.`, 'Correct the name, or remove it.', path);
		}
		case 'type': {
			const wanted = [params['type']].flat().join(' or ');
			return say('schema-type', `${quote(data)} is not of the type ${wanted}.`, `Give a value of that type.${asked}`);
		}
		case 'enum': {
			const allowed = (params['allowedValues'] as unknown[]).map(quote).join(', ');
			return say('schema-choice', `${quote(data)} is not one of the values offered.`, `Choose one of ${allowed}.`);
		}
		case 'const':
			return say('schema-choice', `${quote(data)} stands here.`, `Write ${quote(params['allowedValue'])}.`);
		case 'pattern':
			return say('schema-form', `${quote(data)} is not written as it should be.`, `Write ${parent.title ?? 'it so'}.`);
		case 'minItems':
		case 'maxItems':
		case 'minProperties':
		case 'maxLength': {
			const unit = keyword === 'maxLength' ? 'characters' : 'entries';
			const bound = `${keyword.startsWith('min') ? 'at least' : 'at most'} ${String(params['limit'])}`;
			return say('schema-size', `There are not ${bound} ${unit} here.`, `Give ${bound}.${asked}`);
		}
		case 'minimum':
		case 'exclusiveMinimum':
			return say(
				'schema-range',
				`${quote(data)} is not ${String(params['comparison'])} ${String(params['limit'])}.`,
				`Give a number that is.${asked}`
			);
		case 'uniqueItems':
			return say(
				'schema-unique',
				`The items ${String(params['j'])} and ${String(params['i'])} (from 0) are the same.`,
				'Remove one of them.'
			);
		default:
			return say('schema-form', `${quote(data)} breaks the form (${keyword}).`, error.message ?? 'Correct it.');
	}
}
