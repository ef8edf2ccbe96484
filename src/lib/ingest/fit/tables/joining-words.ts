import { phrases } from './phrases';

/** What makes a condition of what follows. */
export const CONDITIONS = phrases('if, unless, provided, as long as, on condition, on the condition');

/** What sets what follows against what was said. */
export const CONTRASTS = phrases('but, although, though, albeit');

/** What makes a caveat of a contrast, and not another thing that is true beside. */
export const QUALIFYING = /\b(?:could|may|might|should|must|only|still|unless|if|cannot|can)\b/;
