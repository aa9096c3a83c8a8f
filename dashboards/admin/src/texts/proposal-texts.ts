import { catalogue, inPageLanguage } from '@vigie/dashboard-ui/catalogue';
import type { refusalReasons } from '@vigie/schemas/proposals/decision';
import { retention } from '@vigie/schemas/retention';

/** proposalTexts are the words on the platforms that the field proposes. */
export const proposalTexts = inPageLanguage(
	catalogue(
		{
			intro: `Les sites que des professionnels ne trouvent pas dans la liste : le nom du site seul, gardé ${retention.proposalDays} jours. Ni structure, ni appareil : une tranche.`,
			addressWarning: 'Le nom n’est pas un lien : personne ne l’a vérifié.',
			nobody: 'aucun organisme nommé',
			weeks: (first: string, last: string) => (first === last ? first : `${first} à ${last}`),
			decide: 'Décider',
			decideAgain: 'Reprendre la décision',
			outcome: 'Décision',
			accepted: 'Accepter dans la liste',
			known: 'C’est une plateforme de la liste',
			refused: 'Refuser',
			version: 'Version de la liste (2027.1)',
			platform: 'Plateforme',
			reason: 'Motif, que le terrain lira',
			save: 'Enregistrer la décision',
			saved: 'Décision enregistrée : le terrain la lit dans son suivi.',
			isAccepted: (version: string) => `Acceptée pour la liste ${version}`,
			isKnown: (name: string) => `Même plateforme que ${name}`,
			isRefused: (reason: string) => `Refusée : ${reason}`,
			waiting: 'Attend une décision',
		},
		{
			intro: `Sites that professionals do not find in the list: the name of the site alone, kept for ${retention.proposalDays} days. No structure and no device: a band.`,
			addressWarning: 'The name is no link: nobody has checked it.',
			nobody: 'no body named',
			weeks: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
			decide: 'Decide',
			decideAgain: 'Decide again',
			outcome: 'Decision',
			accepted: 'Take into the list',
			known: 'It is a platform of the list',
			refused: 'Refuse',
			version: 'Version of the list (2027.1)',
			platform: 'Platform',
			reason: 'Reason, which the field will read',
			save: 'Save the decision',
			saved: 'Decision saved: the field reads it in its follow-up.',
			isAccepted: (version: string) => `Taken into list ${version}`,
			isKnown: (name: string) => `Same platform as ${name}`,
			isRefused: (reason: string) => `Refused: ${reason}`,
			waiting: 'Waits for a decision',
		},
	),
);

/** refusalTexts say why a proposed platform is refused. */
export const refusalTexts = inPageLanguage(
	catalogue(
		{
			NO_PUBLIC_SERVICE: 'pas un service pour des droits',
			LOCAL_PORTAL: 'portail local, compté par sa catégorie',
			UNREACHABLE: 'aucun site public n’y répond',
			PERSONAL_DATA: 'le nom peut désigner une personne',
		} satisfies Record<(typeof refusalReasons)[number], string>,
		{
			NO_PUBLIC_SERVICE: 'no service for rights',
			LOCAL_PORTAL: 'a local portal, counted by its category',
			UNREACHABLE: 'no public site answers there',
			PERSONAL_DATA: 'the name may designate a person',
		},
	),
);
