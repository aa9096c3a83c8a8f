import { labelIn } from '@vigie/dashboard-ui/label';
import { language } from '@vigie/dashboard-ui/language';
import { failureKinds } from '@vigie/schemas/taxonomy/lists/failure-kinds';
import { platforms } from '@vigie/schemas/taxonomy/lists/platforms';
import { regions } from '@vigie/schemas/taxonomy/lists/regions';
import { steps } from '@vigie/schemas/taxonomy/lists/steps';
import { nameTexts } from '../texts/name-texts.js';

/** Failure is what a report is about, by its codes. */
export interface Failure {
	readonly platform: string;
	readonly step: string | null;
	readonly failureKind: string | null;
}

/** platformName is the whole name of a platform; stepName and kindName those of a step and of a kind. */
export const platformName = labelIn(platforms);
export const stepName = labelIn(steps);
export const kindName = labelIn(failureKinds);
const regionName = labelIn(regions);

/** kindShort is a kind in the words of those who meet it. */
const kindShort = (code: string): string =>
	failureKinds.find((entry) => entry.code === code)?.words[language] ?? code;

/** platformShort is the name on the tile. */
export const platformShort = (code: string): string =>
	platforms.find((entry) => entry.code === code)?.short ?? code;

/** reportName says what a report is about, in a sentence. */
export const reportName = ({ platform, step, failureKind }: Failure): string => {
	const where = platformShort(platform);
	const at = step === null ? null : stepName(step);
	if (failureKind !== null) return nameTexts.kind(kindShort(failureKind), at, where);
	return at === null ? nameTexts.platform(platformName(platform)) : nameTexts.step(at, where);
};

/** placesText says where it is seen: the country, or régions by name when few, else by number. */
export const placesText = (territories: readonly string[]): string => {
	if (territories.includes('FR')) return nameTexts.country;
	const names = territories.map((code) => (code.startsWith('R') ? regionName(code.slice(1)) : code));
	return names.length <= 2 ? names.join(', ') : nameTexts.places(names.length);
};

/** bandText writes a band of structures: never a number. */
export const bandText = (band: string | null): string => {
	const [from, to] = band?.split('-') ?? [];
	if (band === null || from === undefined) return nameTexts.noBand;
	return to === undefined ? nameTexts.andMore(from.replace('+', '')) : nameTexts.band(from, to);
};
