import { catalogue, inPageLanguage } from '@vigie/dashboard-ui/catalogue';
import type { DeadReason } from '@vigie/schemas/dead-letter';

/** letterTexts are the words on what could not be stored. */
export const letterTexts = inPageLanguage(
	catalogue(
		{
			intro:
				'Ce que le service loader n’a pas pu ranger attend ici seize jours. Le contenu n’est jamais montré : où et pourquoi, par chemin et par code.',
			nothing: 'Aucune lettre n’attend.',
			count: (count: string, reason: string) => `${count} · ${reason}`,
			settled: (text: string) => `Déjà réglées : ${text}`,
			replayed: 'remises',
			dropped: 'abandonnées',
			reason: 'Raison',
			all: 'toutes',
			list: (shown: string) => `Les ${shown} premières`,
			readable: 'cette version sait la lire',
			bytes: (count: string) => `${count} octets`,
			root: '(racine)',
			tryReplay: 'Que ferait une remise ?',
			replay: 'Remettre',
			replayWarning:
				'Ce que cette version sait lire retourne parmi les événements. Recommencer ne change rien : un événement compte une fois.',
			tryDrop: 'Que ferait un abandon ?',
			drop: 'Abandonner',
			dropWarning: 'Ces lettres n’attendront plus.',
			dropNeedsReason: 'Pour abandonner, choisissez d’abord une raison.',
			wouldReplay: (unchanged: string, again: string, left: string) =>
				`Rien n’est fait. Seraient remises : ${unchanged} inchangées, ${again} reçues à nouveau (leur semaine est close) ; laissées : ${left}.`,
			didReplay: (unchanged: string, again: string, left: string) =>
				`Remises : ${unchanged} inchangées, ${again} reçues à nouveau (leur semaine est close) ; laissées : ${left}.`,
			wouldDrop: (count: string) => `Rien n’est fait. Seraient abandonnées : ${count}.`,
			didDrop: (count: string) => `Abandonnées : ${count}.`,
		},
		{
			intro:
				'What the loader could not store waits here for sixteen days. What a letter holds is never shown: where and why, by path and code.',
			nothing: 'No letter waits.',
			count: (count: string, reason: string) => `${count} · ${reason}`,
			settled: (text: string) => `Settled already: ${text}`,
			replayed: 'put back',
			dropped: 'given up',
			reason: 'Reason',
			all: 'all',
			list: (shown: string) => `The first ${shown}`,
			readable: 'this version can read it',
			bytes: (count: string) => `${count} bytes`,
			root: '(root)',
			tryReplay: 'What would a replay do?',
			replay: 'Put back',
			replayWarning:
				'What this version can read goes back among the events. Doing it again changes nothing: an event counts once.',
			tryDrop: 'What would giving up do?',
			drop: 'Give up',
			dropWarning: 'These letters will wait no more.',
			dropNeedsReason: 'To give letters up, first choose a reason.',
			wouldReplay: (unchanged: string, again: string, left: string) =>
				`Nothing is done. Would be put back: ${unchanged} unchanged, ${again} received again (their week is closed); left: ${left}.`,
			didReplay: (unchanged: string, again: string, left: string) =>
				`Put back: ${unchanged} unchanged, ${again} received again (their week is closed); left: ${left}.`,
			wouldDrop: (count: string) => `Nothing is done. Would be given up: ${count}.`,
			didDrop: (count: string) => `Given up: ${count}.`,
		},
	),
);

/** reasonTexts say why a letter could not be stored. */
export const reasonTexts = inPageLanguage(
	catalogue(
		{
			empty: 'vide',
			not_utf8: 'n’est pas un texte',
			malformed_json: 'n’est pas un JSON lisible',
			repeated_name: 'un nom répété',
			invalid_event: 'ne respecte pas le contrat',
			invalid_admission: 'la réception est illisible',
			unknown_version: 'version plus récente que ce service',
			unknown_taxonomy: 'taxonomie plus récente que ce service',
			retired_version: 'version qui n’est plus acceptée',
			unknown_code: 'code inconnu',
			out_of_range: 'valeur hors des bornes',
			unmappable_event: 'ne se range pas',
			refused_by_store: 'refusé par la base',
			unknown: 'raison non dite',
		} satisfies Record<DeadReason | 'unknown', string>,
		{
			empty: 'empty',
			not_utf8: 'not a text',
			malformed_json: 'not readable JSON',
			repeated_name: 'a repeated name',
			invalid_event: 'outside its contract',
			invalid_admission: 'unreadable reception',
			unknown_version: 'a later version than this service',
			unknown_taxonomy: 'a later taxonomy than this service',
			retired_version: 'a version no longer accepted',
			unknown_code: 'unknown code',
			out_of_range: 'value out of range',
			unmappable_event: 'cannot be stored',
			refused_by_store: 'refused by the store',
			unknown: 'reason not told',
		},
	),
);
