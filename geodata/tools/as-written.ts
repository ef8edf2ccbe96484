import { format } from 'prettier';

/** JSON as the formatter writes it. */
export function asWritten(value: unknown): Promise<string> {
	return format(JSON.stringify(value, null, 2), { parser: 'json', printWidth: 120 });
}
