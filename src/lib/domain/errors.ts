import type { Issue } from './issue';

/** The data folder breaks rules; `issues` are all of them. */
export class DatasetError extends Error {
	readonly folder: string;
	readonly issues: readonly Issue[];

	constructor(folder: string, issues: readonly Issue[]) {
		super(`${folder} breaks ${issues.length} ${issues.length === 1 ? 'rule' : 'rules'}`);
		this.name = 'DatasetError';
		this.folder = folder;
		this.issues = issues;
	}
}

/** Settings of the environment that the server cannot start with; one sentence each. */
export class SettingsError extends Error {
	readonly reasons: readonly string[];

	constructor(reasons: readonly string[]) {
		super(reasons.join(' '));
		this.name = 'SettingsError';
		this.reasons = reasons;
	}
}
