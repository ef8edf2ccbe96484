import { readFileSync } from 'node:fs';
import { type Palette, paletteFrom } from '$lib/map/palette';

/** The custom properties that the style sheet gives its colours, in light and in dark. */
const sheet = readFileSync('src/app.css', 'utf8');
const [light = '', dark = ''] = sheet.split('@media (prefers-color-scheme: dark)');
const THEMES = { light: colours(light), dark: { ...colours(light), ...colours(dark) } };

function colours(css: string): Record<string, string> {
	return Object.fromEntries(
		[...css.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value])
	);
}

/** The palette of a theme, as the style sheet has it. */
export function paletteOf(theme: keyof typeof THEMES): Palette {
	return paletteFrom((property) => {
		const colour = THEMES[theme][property];
		if (colour === undefined) throw new Error(`The style sheet has no ${property}.`);
		return colour;
	});
}
