/** The type that a schema gives, in words: `list of text`, `date`, `geometry`. */
export function typeWords(schema: Readonly<Record<string, unknown>>): string {
	const { type, format, items, enum: choices } = schema;
	if (typeof format === 'string' && format.startsWith('geometry')) return 'geometry';
	if (format === 'date' || format === 'date-time') return format;
	if (type === 'array') {
		const inner = (items ?? {}) as Readonly<Record<string, unknown>>;
		return schema['minItems'] === 2 && inner['format'] === 'date' ? 'interval of dates' : `list of ${typeWords(inner)}`;
	}
	if (Array.isArray(choices) && choices.length <= 4) return `one of ${choices.join(', ')}`;
	switch (type) {
		case 'string':
			return 'text';
		case 'integer':
			return 'whole number';
		case 'boolean':
			return 'true or false';
		case 'number':
			return 'number';
		default:
			return 'any value';
	}
}
