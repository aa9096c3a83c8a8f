import { catalogue, inPageLanguage } from '@vigie/dashboard-ui/catalogue';

/** ownAnswersTexts are the words of a body's public figures, and of what it says of them. */
export const ownAnswersTexts = inPageLanguage(
	catalogue(
		{
			title: (body: string) => `${body} : ce que le public lit`,
			asked: (count: string, since: string) => `Saisi ${count} fois depuis le ${since}.`,
			acknowledged: 'Reconnu',
			answered: 'Répondu',
			delay: (days: string, inTime: string, done: string) =>
				`en ${days} jours ouvrés (médiane) ; ${inTime} sur ${done} dans le délai`,
			nothing: 'rien encore',
			reopened: 'Rouverts',
			reply: 'Droit de réponse',
			replyWhat: 'Publié sous ces chiffres, au nom de l’organisme. Il se change et se retire à tout moment.',
			standing: (day: string) => `Publié le ${day} :`,
			publish: 'Publier',
			withdraw: 'Retirer',
			done: 'C’est publié.',
			gone: 'Votre droit de réponse est retiré.',
			refused: 'Il n’a pas été accepté.',
			lost: 'Pas de réponse du serveur : rien n’a été publié. Réessayez.',
			missing: 'Écrivez d’abord quelque chose.',
		},
		{
			title: (body: string) => `${body}: what the public reads`,
			asked: (count: string, since: string) => `Asked ${count} times since ${since}.`,
			acknowledged: 'Acknowledged',
			answered: 'Answered',
			delay: (days: string, inTime: string, done: string) =>
				`in ${days} working days (median); ${inTime} of ${done} in time`,
			nothing: 'nothing yet',
			reopened: 'Reopened',
			reply: 'Right of reply',
			replyWhat:
				'Published under these figures, in the name of the body. It can be changed or withdrawn at any time.',
			standing: (day: string) => `Published on ${day}:`,
			publish: 'Publish',
			withdraw: 'Withdraw',
			done: 'Published.',
			gone: 'Your reply is withdrawn.',
			refused: 'It was not accepted.',
			lost: 'No answer from the server: nothing was published. Try again.',
			missing: 'Write something first.',
		},
	),
);
