/** JSON as the formatter would write it: a position, and a list of texts that fits into 120 characters, stand on one line. */
export function asWritten(value: unknown): string {
	const json = JSON.stringify(value, null, 2).replace(/\[\s+(-?[\d.]+),\s+(-?[\d.]+)\s+\]/g, '[$1, $2]');
	const lists = /^( *)("[^"]+": )\[\n((?: +"(?:[^"\\]|\\.)*",?\n)+) *\](,?)$/gm;
	const written = json.replace(lists, (whole, indent: string, name: string, items: string, comma: string) => {
		const line = `${indent}${name}[${items.trim().replace(/\n\s*/g, ' ')}]${comma}`;
		return line.length <= 120 ? line : whole;
	});
	return `${written}\n`;
}
