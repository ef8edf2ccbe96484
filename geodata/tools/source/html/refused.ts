import { quoted } from '../document';

/** Marks that translators leave in a page, and whose they are. */
const TRANSLATORS: readonly [selector: string, whose: string][] = [
	[
		'html.translated-ltr, html.translated-rtl, html[class*="translated-"], .goog-te-banner-frame, #goog-gt-tt',
		'Google Translate'
	],
	['[_msttexthash], [_msthash]', 'Microsoft Translator'],
	['ya-tr-span, .ytr-tr, html[data-ya-translated]', 'Yandex Translate'],
	['.immersive-translate-target-wrapper, [data-immersive-translate-walked]', 'Immersive Translate'],
	['[data-deepl-translated], deepl-inline-translate', 'DeepL']
];

const TRANSLATED_ADDRESS =
	/\.translate\.goog\b|translate\.googleusercontent\.com|translatetheweb\.com|translated\.turbopages\.org/i;

/** What only a page says that has not let its reader in yet, and which kind of page that is. */
const WALLS: readonly [pattern: RegExp, what: string][] = [
	[
		/just a moment|checking (?:if the site|your browser)|enable javascript and cookies|verify (?:that )?you are (?:a )?human|are you a robot|captcha|attention required|access denied|403 forbidden|ddos protection/i,
		'a check for robots, not the page'
	],
	[
		/cookie|consent|before you continue|your privacy|datenschutz|einwillig|zustimm|consentement|confidentialité|privacidad|consentimiento|galletas|privacy|toestemming|çerez|gizlilik|куки|конфиденциальн|согласи|ملفات تعريف الارتباط|الخصوصية|עוגיות|کوکی|クッキー|隐私/i,
		'a question about cookies or consent, not the page behind it'
	],
	[
		/please (?:enable|turn on) javascript|javascript is (?:disabled|required)|enable javascript/i,
		'what is shown without JavaScript, not the page'
	],
	[/^(?:page not found|404|not found|error \d{3})/i, 'an error message, not the page']
];

/** A wall hardly ever says more. */
const LONGEST_WALL = 1500;

/** Why a page is not what its publisher wrote, or not the page at all; null where nothing speaks for that. */
export function whyRefused(document: Document, html: string, paragraphs: readonly string[]): string | null {
	const translator = TRANSLATORS.find(([selector]) => document.querySelector(selector) !== null)?.[1];
	const addresses = [...document.querySelectorAll('base[href], link[rel=canonical]')].map(
		(one) => one.getAttribute('href') ?? ''
	);
	const isFromTranslator =
		TRANSLATED_ADDRESS.test([html.slice(0, 4096), ...addresses].join('\n')) || isTranslatedByFonts(document);
	if (translator !== undefined || isFromTranslator) {
		return `The page was translated by ${translator ?? 'a translation service'}: these are not the publisher’s words. Turn the translation off, and save the page again.`;
	}
	if (document.querySelector('html > frameset') !== null) {
		return 'The page is a set of frames, without text of its own. Save the frame that has the text.';
	}
	const said = paragraphs.join(' ');
	const title = document.querySelector('title')?.textContent ?? '';
	const wall = said.length > LONGEST_WALL ? undefined : WALLS.find(([pattern]) => isWall(pattern, title, paragraphs));
	if (wall !== undefined)
		return `This is ${wall[1]}: ${quoted(said === '' ? title : said)}. Open the page, let it show the article, and save it then.`;
	return paragraphs.length > 0
		? null
		: 'The page has no text. If a script makes it, open the page in a browser and save it from there, or as PDF.';
}

/** Whether the title says so, or most of what is said. */
function isWall(pattern: RegExp, title: string, paragraphs: readonly string[]): boolean {
	const about = paragraphs.filter((text) => pattern.test(text)).join(' ').length;
	const all = paragraphs.join(' ').length;
	return about > all / 2 || (pattern.test(title) && (about > 0 || all < 200));
}

/** Chrome’s translator puts each piece of text into two font elements of its own. */
function isTranslatedByFonts(document: Document): boolean {
	return document.querySelectorAll('font[style*="vertical-align"] > font[style*="vertical-align"]').length > 2;
}
