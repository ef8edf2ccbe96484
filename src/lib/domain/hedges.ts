/** Words that hold back how sure a sentence is. The month May is none, and so has a capital. */
const HEDGES =
	/\b(?:may|might|could|perhaps|possibly|probably|presumably|likely|unlikely|apparently|reportedly|allegedly|supposedly|seem(?:s|ed)?|appear(?:s|ed)?|suggest(?:s|ed)?|believe[sd]?|assume[sd]?|is said to|are said to|not certain|unclear|not clear|expect(?:s|ed)?)\b/g;

/** The words of a text that hold back how sure it is, in order and each once; what is quoted in it counts too. */
export function hedgesIn(text: string): string[] {
	return [...new Set(text.match(HEDGES) ?? [])];
}
