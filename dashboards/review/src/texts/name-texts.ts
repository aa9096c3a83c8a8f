import { catalogue, inPageLanguage } from '@vigie/dashboard-ui/catalogue';

/** nameTexts name a report, and where it is seen. */
export const nameTexts = inPageLanguage(
	catalogue(
		{
			kind: (kind: string, step: string | null, platform: string) =>
				`${kind}${step === null ? '' : ` (étape : ${step.toLowerCase()})`}, ${platform}`,
			step: (step: string, platform: string) => `Blocages à l’étape « ${step} », ${platform}`,
			platform: (platform: string) => `Perturbation de ${platform}`,
			country: 'France entière',
			places: (count: number) => `${count} territoires`,
		},
		{
			kind: (kind: string, step: string | null, platform: string) =>
				`${kind}${step === null ? '' : ` (step: ${step.toLowerCase()})`}, ${platform}`,
			step: (step: string, platform: string) => `Blockages at the step “${step}”, ${platform}`,
			platform: (platform: string) => `Trouble with ${platform}`,
			country: 'All of France',
			places: (count: number) => `${count} territories`,
		},
	),
);
