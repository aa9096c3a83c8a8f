import { inPageLanguage } from '@vigie/dashboard-ui/catalogue';
import { bodyName, kindName, platformName, regionName, stepName } from '@vigie/dashboard-ui/code-names';
import { formats } from '@vigie/dashboard-ui/format';
import { labelIn } from '@vigie/dashboard-ui/label';
import { language } from '@vigie/dashboard-ui/language';
import type { AttestedFacts } from '@vigie/schemas/attestation';
import { FRANCE } from '@vigie/schemas/signal';
import { levels } from '@vigie/schemas/taxonomy/lists/levels';
import { platforms } from '@vigie/schemas/taxonomy/lists/platforms';
import { attestationTexts } from '../texts/attestation-texts.js';

const t = inPageLanguage(attestationTexts);
const levelName = labelIn(levels);

/** instantWords writes an instant in Paris, with its year. */
export const instantWords = (at: string): string =>
	t.instant(formats.day(new Date(at), true), formats.time(new Date(at)));

/** attestedSentence is what the page attests. */
export const attestedSentence = ({ platform, from, until, lastSeen }: AttestedFacts): string =>
	until === null
		? t.lasting(platformName(platform), instantWords(from), instantWords(lastSeen))
		: t.over(platformName(platform), instantWords(from), instantWords(until));

/** attestedRows are the rest of its facts, each with its name. */
export const attestedRows = (facts: AttestedFacts): readonly (readonly [string, string])[] => {
	const parts = [
		...(facts.step === null ? [] : [stepName(facts.step)]),
		...(facts.failureKind === null ? [] : [kindName(facts.failureKind)]),
	];
	const owner = platforms.find(({ code }) => code === facts.platform)?.owner;
	const to = language === 'fr' ? ' à ' : ' to ';
	return [
		[t.what, parts.length === 0 ? t.wholePlatform : parts.join(', ')],
		[t.where, facts.territory === FRANCE ? t.france : t.region(regionName(facts.territory.slice(1)))],
		[t.level, levelName(facts.level)],
		...(facts.band === null ? [] : [[t.by, t.structures(facts.band.replace('-', to))] as const]),
		...(owner === undefined ? [] : [[t.owner, bodyName(owner)] as const]),
		[t.source, facts.family === 'outage' ? t.outage : t.weekly],
	];
};

/** verificationAddress is where a code is verified, on this site. */
export const verificationAddress = (origin: string, code: string): string =>
	`${origin}/tendances/attestation?code=${code}`;
