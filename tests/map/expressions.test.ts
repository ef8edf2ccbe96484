import { createExpression } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { COLOURS } from '$lib/domain/symbol';
import { AGES } from '$lib/engine/evidence';
import { CLAUSE } from '$lib/map/layers/clause';
import { asArea, asIcon, byAge, byColour, eachZoom, PAINTED } from '$lib/map/layers/expressions';
import { OWN } from '$lib/map/layers/own';

/** What an expression says of a feature, as MapLibre evaluates it. */
function said(expression: unknown, { zoom = 5, painted = 0, properties = {} }): unknown {
	const compiled = createExpression(expression, 'layers[0].paint.line-width');
	if (compiled.result === 'error') throw new Error(compiled.value.map(String).join());
	return compiled.value.evaluate({ zoom }, { type: 3, properties }, { [PAINTED]: painted });
}

describe('an expression of the style', () => {
	it.each(AGES.map((age, index) => [age, index]))('has the value of each age: %s', (_, index) => {
		const expression = byAge((age) => 10 + age);
		for (const contested of [0, 1]) expect(said(expression, { painted: index * 2 + contested })).toBe(10 + index);
	});

	it('has the value of each colour, and that of grey for what has none', () => {
		const expression = ['length', byColour((colour) => colour)];
		for (const colour of COLOURS) expect(said(expression, { properties: { colour } })).toBe(colour.length);
		expect(said(expression, {})).toBe('grey'.length);
	});

	it.each([3.9, 4, 4.1])('tells icon from area, never both: zoom %d of 4', (zoom) => {
		const given = { zoom, properties: { from: 4 } };
		expect([said(asIcon, given), said(asArea, given)]).toEqual([zoom < 4, zoom >= 4]);
	});

	it('has a value of its own at each whole zoom, and runs straight between', () => {
		const expression = eachZoom((zoom) => zoom * zoom);
		for (const zoom of [0, 1, 7, 19]) expect(said(expression, { zoom })).toBe(zoom * zoom);
		expect(said(expression, { zoom: 2.5 })).toBe(6.5);
	});
});

describe('the lines of what is a person’s own', () => {
	it('are dashes and dots with gaps of one length, the dots as long as the line is wide', () => {
		const [dash, gap, dot, last] = OWN.dash;
		expect([dot, last]).toEqual([1, gap]);
		expect(dash).toBeGreaterThan(3 * dot);
	});

	it('lie on a ground that shows at both their sides', () => {
		expect(OWN.halo - OWN.width).toBeGreaterThan(2);
		expect(OWN.dotGround).toBeGreaterThan(OWN.dot / 4);
	});

	it('are not taken for the dots around the area of the filter, which are thinner', () => {
		expect(CLAUSE.dash[0]).toBe(1);
		expect(CLAUSE.width).toBeLessThan(OWN.width);
	});
});
