import { catalogue, inPageLanguage } from '@vigie/dashboard-ui/catalogue';
import type { refusalReasons } from '@vigie/schemas/proposals/decision';
import type { HostFault } from '@vigie/schemas/proposals/host';

/** proposalTexts are the words of proposing a platform, and of what became of it. */
export const proposalTexts = inPageLanguage(
	catalogue(
		{
			open: 'Proposer une plateforme',
			title: 'Proposer une plateforme',
			address: 'Adresse publique du site',
			hint: 'Seul le nom du site est envoyé (exemple.fr), rien de ce qui le suit. Jamais l’adresse d’un dossier.',
			willSend: (host: string) => `Sera envoyé : ${host}`,
			body: 'Organisme (facultatif)',
			unknownBody: 'Je ne sais pas',
			send: 'Envoyer la proposition',
			close: 'Fermer',
			kept: (host: string) =>
				`Proposée : ${host}. L’équipe qui tient la liste décide ; le suivi dira la suite.`,
			answered: (host: string) => `${host} a déjà été jugé : le suivi dit comment.`,
			known: (name: string) => `Ce site est dans la liste : ${name}.`,
			notSent: 'La proposition n’est pas partie. Réessayez quand il y aura du réseau.',
			heading: 'Plateformes proposées',
			// Of a name that may designate a person nothing is published, not even that it was refused.
			waiting:
				'Envoyée. Pas encore de décision publiée. Rien n’est publié d’un nom qui peut désigner une personne : proposez-le de nouveau pour savoir s’il est refusé.',
			unread: 'Envoyée. La décision n’a pas pu être lue.',
			accepted: (version: string) => `Acceptée : elle sera dans la liste ${version}.`,
			same: (name: string) => `C’est une plateforme de la liste : ${name}.`,
			refused: (reason: string) => `Refusée : ${reason}.`,
		},
		{
			open: 'Propose a platform',
			title: 'Propose a platform',
			address: 'Public address of the site',
			hint: 'Only the name of the site is sent (example.fr), nothing that follows it. Never the address of a case.',
			willSend: (host: string) => `Will be sent: ${host}`,
			body: 'Body (optional)',
			unknownBody: 'I do not know',
			send: 'Send the proposal',
			close: 'Close',
			kept: (host: string) =>
				`Proposed: ${host}. The team that keeps the list decides; the follow-up will tell.`,
			answered: (host: string) => `${host} was judged before: the follow-up says how.`,
			known: (name: string) => `This site is in the list: ${name}.`,
			notSent: 'The proposal did not leave. Try again when there is a network.',
			heading: 'Proposed platforms',
			waiting:
				'Sent. No decision published yet. Nothing is published of a name that may designate a person: propose it again to know whether it is refused.',
			unread: 'Sent. The decision could not be read.',
			accepted: (version: string) => `Accepted: it will be in list ${version}.`,
			same: (name: string) => `It is a platform of the list: ${name}.`,
			refused: (reason: string) => `Refused: ${reason}.`,
		},
	),
);

/** faultTexts say what is wrong with an address. */
export const faultTexts = inPageLanguage(
	catalogue(
		{
			invalid_format: 'Ce n’est pas l’adresse d’un site.',
			too_big: 'Ce nom est trop long.',
			is_email: 'C’est une adresse e-mail, ou elle contient un nom d’utilisateur : donnez celle du site.',
			is_ip_address: 'C’est une adresse IP : donnez le nom du site.',
			is_local_name: 'Ce nom n’existe pas sur Internet.',
			personal_data: 'Refusée : le nom peut désigner une personne. Il n’est pas gardé.',
			too_many: 'Assez de propositions pour aujourd’hui depuis cet appareil.',
		} satisfies Record<HostFault | 'personal_data' | 'too_many', string>,
		{
			invalid_format: 'This is not the address of a site.',
			too_big: 'This name is too long.',
			is_email: 'This is an e-mail address, or it holds a user name: give that of the site.',
			is_ip_address: 'This is an IP address: give the name of the site.',
			is_local_name: 'This name does not exist on the Internet.',
			personal_data: 'Refused: the name may designate a person. It is not kept.',
			too_many: 'Enough proposals from this device for today.',
		},
	),
);

/** refusalTexts say why a proposed platform was refused. */
export const refusalTexts = inPageLanguage(
	catalogue(
		{
			NO_PUBLIC_SERVICE: 'ce n’est pas un service pour des droits',
			LOCAL_PORTAL: 'un portail local : signalez-le sous « Département » ou « Commune, CCAS »',
			UNREACHABLE: 'aucun site public n’y répond',
			PERSONAL_DATA: 'le nom peut désigner une personne',
		} satisfies Record<(typeof refusalReasons)[number], string>,
		{
			NO_PUBLIC_SERVICE: 'it is no service for rights',
			LOCAL_PORTAL: 'a local portal: report it under “Département” or “Commune, CCAS”',
			UNREACHABLE: 'no public site answers there',
			PERSONAL_DATA: 'the name may designate a person',
		},
	),
);
