import { getResolvedPDFJS } from 'unpdf';

/** What the pictures of a page are found by. */
export interface Drawn {
	fnArray: readonly number[];
	argsArray: readonly unknown[];
}

/** How a thing is placed on a page: what PDF calls a transformation matrix. */
export type Matrix = readonly [number, number, number, number, number, number];

/** Which part of a page of so many square points its pictures cover, from 0 to 1; a scan may be in strips. */
export async function covered({ fnArray, argsArray }: Drawn, area: number): Promise<number> {
	const { OPS } = await getResolvedPDFJS();
	const stack: Matrix[] = [];
	let matrix: Matrix = [1, 0, 0, 1, 0, 0];
	let sum = 0;
	fnArray.forEach((operator, index) => {
		const given = argsArray[index];
		if (operator === OPS.save) stack.push(matrix);
		else if (operator === OPS.restore) matrix = stack.pop() ?? matrix;
		else if (operator === OPS.transform && isMatrix(given)) matrix = product(matrix, given);
		else if ([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject].includes(operator)) {
			sum += Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]);
		} else if (operator === OPS.paintFormXObjectBegin) {
			stack.push(matrix);
			const [own] = Array.isArray(given) ? (given as unknown[]) : [];
			if (isMatrix(own)) matrix = product(matrix, own);
		} else if (operator === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? matrix;
	});
	return Math.min(1, sum / area);
}

function isMatrix(value: unknown): value is Matrix {
	return (Array.isArray(value) || value instanceof Float32Array) && value.length === 6 && typeof value[0] === 'number';
}

function product([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
	return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
