import { wordSet } from './word-set';

/** Words that only hold a sentence together, and the verbs that help others. */
export const FUNCTION_WORDS =
	wordSet(`a an the this that these those such each every either neither both all any some no none other others another same own
	i me my mine you your yours he him his she her hers it its we us our ours they them their theirs who whom whose which what
	one ones oneself himself herself itself themselves someone somebody something anyone anybody anything everyone everybody
	everything nobody nothing
	of to in on at by for from with without within into onto upon about above across after against along amid among around as
	before behind below beneath beside besides between beyond but concerning despite down during except following including like
	near off out outside over past per regarding round since than through throughout till toward towards under until up via
	and or nor so yet if then because while whereas although though unless whether when where why how once
	be am is are was were been being have has had having do does did doing done will would shall should can could may might must
	ought not never there here now also too very just even still again more most less least much many few only rather quite
	said say says saying told tell tells according`);
