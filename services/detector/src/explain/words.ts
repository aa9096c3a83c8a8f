import { FRANCE } from '@vigie/schemas/signal';
import { codesOf, labelOf } from '@vigie/schemas/taxonomy';
import type { Witnesses } from '../statistics/gate.js';
import type { Detected } from '../store/signal-store.js';

/** time writes an instant as people in Paris read it. */
export const time = new Intl.DateTimeFormat('fr-FR', {
	timeZone: 'Europe/Paris',
	dateStyle: 'short',
	timeStyle: 'short',
});

/** placeOf names a territory. */
export const placeOf = (territory: string): string => {
	if (territory === FRANCE) return 'France entière';
	const region = codesOf('regions').find((code) => `R${code}` === territory);
	return region ? labelOf('regions', region, 'fr') : territory;
};

/** platformOf names a platform. */
export const platformOf = (code: string | null): string => {
	const platform = codesOf('platforms').find((known) => known === code);
	return platform ? labelOf('platforms', platform, 'fr') : (code ?? '');
};

/** levelOf names a level. */
export const levelOf = (level: Detected['signal']['level']): string => labelOf('levels', level, 'fr');

/** kindOf and stepOf name what fails, and where. */
export const kindOf = (code: string): string => {
	const kind = codesOf('failureKinds').find((known) => known === code);
	return kind ? labelOf('failureKinds', kind, 'fr') : code;
};
export const stepOf = (code: string): string => {
	const step = codesOf('steps').find((known) => known === code);
	return step ? labelOf('steps', step, 'fr') : code;
};

/** tail writes a probability. */
export const tail = (p: number): string => p.toExponential(2);

/** witnessLine tells who is behind a signal. */
export const witnessLine = (
	when: string,
	{ reporters, structures, organisations, departements }: Witnesses,
): string =>
	`  ${when} : ${reporters} déclarants, ${structures} structures, ${organisations} organisations, ${departements} départements`;

/** yesOrNo answers. */
export const yesOrNo = (whether: boolean): string => (whether ? 'oui' : 'NON');
