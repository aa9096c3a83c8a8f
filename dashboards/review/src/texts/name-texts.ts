import { catalogue, inPageLanguage } from '@vigie/dashboard-ui/catalogue';

/** nameTexts name a report, where it is seen and by how many. */
export const nameTexts = inPageLanguage(
	catalogue(
		{
			kind: (kind: string, step: string | null, platform: string) =>
				`${kind}${step === null ? '' : ` (étape : ${step.toLowerCase()})`}, ${platform}`,
			step: (step: string, platform: string) => `Blocages à l’étape « ${step} », ${platform}`,
			platform: (platform: string) => `Perturbation de ${platform}`,
			country: 'France entière',
			places: (count: number) => `${count} territoires`,
			noBand: 'trop peu de structures pour en dire le nombre',
			band: (from: string, to: string) => `${from} à ${to} structures`,
			andMore: (from: string) => `${from} structures et plus`,
		},
		{
			kind: (kind: string, step: string | null, platform: string) =>
				`${kind}${step === null ? '' : ` (step: ${step.toLowerCase()})`}, ${platform}`,
			step: (step: string, platform: string) => `Blockages at the step “${step}”, ${platform}`,
			platform: (platform: string) => `Trouble with ${platform}`,
			country: 'All of France',
			places: (count: number) => `${count} territories`,
			noBand: 'too few structures to tell how many',
			band: (from: string, to: string) => `${from} to ${to} structures`,
			andMore: (from: string) => `${from} structures or more`,
		},
	),
);
