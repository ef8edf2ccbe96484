/** A line of text on a page of A4, its place in points from the foot of the page. */
export interface PrintedLine {
	text: string;
	x: number;
	y: number;
}

/** A PDF (ISO 32000-1, section 7.5) with a page for each list of lines, in 12 point Helvetica; ASCII without brackets. */
export function pdfOf(pages: readonly (readonly PrintedLine[])[], title: string): Uint8Array {
	const kids = pages.map((_, index) => `${4 + 2 * index} 0 R`).join(' ');
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
		...pages.flatMap((lines, index) => {
			const content = lines.map(({ text, x, y }) => `BT /F1 12 Tf ${x} ${y} Td (${text}) Tj ET`).join('\n');
			return [
				`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * index} 0 R >>`,
				`<< /Length ${content.length} >>\nstream\n${content}\nendstream`
			];
		}),
		`<< /Title (${title}) >>`
	];
	let file = '%PDF-1.4\n';
	const offsets = objects.map((object, index) => {
		const at = file.length;
		file += `${index + 1} 0 obj\n${object}\nendobj\n`;
		return at;
	});
	const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
	const size = objects.length + 1;
	const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
	return new TextEncoder().encode(`${file}xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`);
}
