import { bandTexts } from './band-texts.js';

/** bandText writes a band of structures: never a number. */
export const bandText = (band: string | null): string => {
	const [from, to] = band?.split('-') ?? [];
	if (band === null || from === undefined) return bandTexts.none;
	return to === undefined ? bandTexts.andMore(from.replace('+', '')) : bandTexts.band(from, to);
};
