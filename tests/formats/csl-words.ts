/** The types of items that CSL-JSON's input schema names (citation-style-language/schema, csl-data.json). */
export const CSL_TYPES = (
	'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset ' +
	'document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation ' +
	'manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical ' +
	'personal_communication post post-weblog regulation report review review-book software song speech standard thesis ' +
	'treaty webpage'
).split(' ');

/** The members that an item may have there, as far as an atlas could use them. */
export const CSL_VARIABLES = (
	'id language author accessed issued abstract annote archive container-title custom edition genre keyword locator ' +
	'medium note number original-title page part part-title publisher publisher-place section source status title ' +
	'title-short translated-title URL version volume'
).split(' ');
