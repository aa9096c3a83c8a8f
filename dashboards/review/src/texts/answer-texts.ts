import { catalogue, inPageLanguage } from '@vigie/dashboard-ui/catalogue';
import type { CommandName } from '@vigie/schemas/reports/command';

const commands = catalogue(
	{
		acknowledge: 'Reconnaître le problème',
		'publish-workaround': 'Publier un contournement',
		commit: 'S’engager sur une date',
		'say-mended': 'Dire que c’est corrigé',
		'say-not-reproduced': 'Non reproduit',
		contest: 'Contester',
		reassign: 'Ce n’est pas pour nous',
		reply: 'Exercer un droit de réponse',
	},
	{
		acknowledge: 'Acknowledge the problem',
		'publish-workaround': 'Publish a workaround',
		commit: 'Commit to a date',
		'say-mended': 'Say that it is mended',
		'say-not-reproduced': 'Not reproduced',
		contest: 'Contest',
		reassign: 'This is not for us',
		reply: 'Use the right of reply',
	},
);

const consequences = catalogue(
	{
		acknowledge: 'Le terrain lit que vous en avez pris la mesure. Le délai de réponse commence.',
		'publish-workaround': 'Affiché sur la tuile des professionnels jusqu’à la date que vous fixez.',
		commit: 'Le terrain voit la date. Passée cette date, le signalement est dit en retard.',
		'say-mended':
			'Ouvre l’observation : le terrain vérifie. Si l’échec revient, le signalement se rouvre seul.',
		'say-not-reproduced': 'Motif obligatoire, publié. Le signalement reste visible avec votre motif.',
		contest: 'Motif obligatoire, publié sous votre nom à côté du signal.',
		reassign: 'Choisissez l’organisme. Il peut le renvoyer une fois.',
		reply: 'Votre texte est publié avec le signalement, sans changer son état.',
	},
	{
		acknowledge: 'The field reads that you have taken it up. The delay to answer begins.',
		'publish-workaround': 'Shown on the professionals’ tile until the date that you set.',
		commit: 'The field sees the date. Once it is over, the report is said to be late.',
		'say-mended':
			'Opens the observation: the field checks. If the failure comes back, the report reopens by itself.',
		'say-not-reproduced': 'Reason required, published. The report stays visible with your reason.',
		contest: 'Reason required, published under your name beside the signal.',
		reassign: 'Choose the body. It may send it back once.',
		reply: 'Your text is published with the report, without changing its state.',
	},
);

const verbs = catalogue(
	{
		acknowledge: 'Reconnaître',
		'publish-workaround': 'Publier le contournement',
		commit: 'Publier l’engagement',
		'say-mended': 'Annoncer la correction',
		'say-not-reproduced': 'Publier « non reproduit »',
		contest: 'Publier la contestation',
		reassign: 'Transmettre à l’autre organisme',
		reply: 'Publier le droit de réponse',
	},
	{
		acknowledge: 'Acknowledge',
		'publish-workaround': 'Publish the workaround',
		commit: 'Publish the commitment',
		'say-mended': 'Announce the repair',
		'say-not-reproduced': 'Publish “not reproduced”',
		contest: 'Publish the contestation',
		reassign: 'Send to the other body',
		reply: 'Publish the reply',
	},
);

/** commandTitle, consequenceOf and verbOf say an act: its name, what follows from it, and the verb of its button. */
export const commandTitle: Readonly<Record<CommandName, string>> = inPageLanguage(commands);
export const consequenceOf: Readonly<Record<CommandName, string>> = inPageLanguage(consequences);
export const verbOf: Readonly<Record<CommandName, string>> = inPageLanguage(verbs);
