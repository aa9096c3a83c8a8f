import { detect } from '../../src/personal-data/detect.js';

/** foundIn gives what the detector finds in a text, as `label: the words it marks`, `!` behind a certain one. */
export const foundIn = (text: string): string[] =>
	detect(text).map(
		({ label, start, end, certain }) => `${label}${certain ? '!' : ''}: ${text.slice(start, end)}`,
	);
