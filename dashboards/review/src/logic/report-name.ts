import { platformName, platformShort, regionName, stepName } from '@vigie/dashboard-ui/code-names';
import { language } from '@vigie/dashboard-ui/language';
import { failureKinds } from '@vigie/schemas/taxonomy/lists/failure-kinds';
import { nameTexts } from '../texts/name-texts.js';

/** Failure is what a report is about, by its codes. */
export interface Failure {
	readonly platform: string;
	readonly step: string | null;
	readonly failureKind: string | null;
}

/** kindShort is a kind in the words of those who meet it. */
const kindShort = (code: string): string =>
	failureKinds.find((entry) => entry.code === code)?.words[language] ?? code;

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
