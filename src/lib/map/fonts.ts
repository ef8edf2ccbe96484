import arabic400 from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2?url&no-inline';
import arabic600 from '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-600-normal.woff2?url&no-inline';
import cyrillic400 from '@fontsource/source-sans-3/files/source-sans-3-cyrillic-400-normal.woff2?url&no-inline';
import cyrillic600 from '@fontsource/source-sans-3/files/source-sans-3-cyrillic-600-normal.woff2?url&no-inline';
import latin400Italic from '@fontsource/source-sans-3/files/source-sans-3-latin-400-italic.woff2?url&no-inline';
import latin400 from '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2?url&no-inline';
import latin600 from '@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff2?url&no-inline';
import latinExt400Italic from '@fontsource/source-sans-3/files/source-sans-3-latin-ext-400-italic.woff2?url&no-inline';
import latinExt400 from '@fontsource/source-sans-3/files/source-sans-3-latin-ext-400-normal.woff2?url&no-inline';
import latinExt600 from '@fontsource/source-sans-3/files/source-sans-3-latin-ext-600-normal.woff2?url&no-inline';
import type { FontFacesSpecification } from 'maplibre-gl';
import { basemapFonts } from './layers/basemap';
import { LABEL_FONT } from './layers/label-placeholder';

// The ranges of the font files, narrowed to what stands in names.
const LATIN = ['U+0000-00FF', 'U+0131', 'U+0152-0153', 'U+02BB-02BC', 'U+02C6', 'U+02DA', 'U+02DC', 'U+2000-206F'];
const LATIN_EXT = ['U+0100-02BA', 'U+02BD-02C5', 'U+02C7-02CC', 'U+02CE-02D7', 'U+1E00-1E9F', 'U+1EF2-1EFF'];
const CYRILLIC = ['U+0301', 'U+0400-045F', 'U+0490-0491', 'U+04B0-04B1', 'U+2116'];
const ARABIC = ['U+0600-06FF', 'U+0750-077F', 'U+08A0-08FF', 'U+FB50-FDFF', 'U+FE70-FEFC'];

/** The style's `font-faces` (style specification, root): self-hosted files that MapLibre draws the names with. */
export const fontFaces: FontFacesSpecification = {
	[basemapFonts.regular]: [
		{ url: latin400, 'unicode-range': LATIN },
		{ url: latinExt400, 'unicode-range': LATIN_EXT },
		{ url: cyrillic400, 'unicode-range': CYRILLIC },
		{ url: arabic400, 'unicode-range': ARABIC }
	],
	// Arabic has no italic.
	[basemapFonts.italic]: [
		{ url: latin400Italic, 'unicode-range': LATIN },
		{ url: latinExt400Italic, 'unicode-range': LATIN_EXT },
		{ url: arabic400, 'unicode-range': ARABIC }
	],
	[LABEL_FONT]: [
		{ url: latin600, 'unicode-range': LATIN },
		{ url: latinExt600, 'unicode-range': LATIN_EXT },
		{ url: cyrillic600, 'unicode-range': CYRILLIC },
		{ url: arabic600, 'unicode-range': ARABIC }
	]
};
