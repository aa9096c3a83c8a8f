const NO_BREAK = '\u00A0';
const NARROW_NO_BREAK = '\u202F';

/** frenchSpaces keeps the signs of French with the word they follow or precede, so that no line begins with a colon. */
export const frenchSpaces = (text: string): string =>
	text
		.replace(/ ([:»%])/g, `${NO_BREAK}$1`)
		.replace(/ ([;!?])/g, `${NARROW_NO_BREAK}$1`)
		.replace(/« /g, `«${NO_BREAK}`)
		.replace(/[ \u00A0]*±[ \u00A0]*/g, `${NO_BREAK}±${NO_BREAK}`)
		.replace(/(^|\()\u00A0±/g, '$1±');
