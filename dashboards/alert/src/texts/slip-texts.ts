import { catalogue, inPageLanguage } from '@vigie/dashboard-ui/catalogue';

/** texts of the paper slip. */
export const texts = inPageLanguage(
	catalogue(
		{
			title: 'La personne a un bordereau ?',
			label: 'Code du bordereau (s’il y en a un)',
			example: 'Par exemple VG1-081YQ. Sans bordereau, laissez vide.',
			wrong: 'Ce code ne se lit pas : vérifiez chaque caractère.',
			read: (hop: number) =>
				`Bordereau lu : ${hop} ${hop > 1 ? 'orientations' : 'orientation'} avant la vôtre.`,
			private: 'Le code reste dans votre navigateur : seul part « retour au même service, oui ou non ».',
			loop: 'Retour vers un service déjà vu : le cercle est compté.',
			next: 'Bordereau à remettre à la personne',
			print: 'Imprimer le bordereau',
			paperTitle: 'Bordereau d’orientation',
			paperUse: 'À montrer au prochain service, s’il utilise Vigie. Ce papier est facultatif.',
			paperPrivacy:
				'Ce code ne contient ni nom, ni date, ni lieu : seulement le nombre d’orientations et les familles de services déjà vues.',
		},
		{
			title: 'Does the person have a slip?',
			label: 'Code on the slip (if there is one)',
			example: 'For instance VG1-081YQ. Leave empty without a slip.',
			wrong: 'This code cannot be read: check each character.',
			read: (hop: number) => `Slip read: ${hop} ${hop > 1 ? 'referrals' : 'referral'} before yours.`,
			private: 'The code stays in your browser: only “back to the same service, yes or no” is sent.',
			loop: 'Back to a kind of service already seen: the circle is counted.',
			next: 'Slip to hand to the person',
			print: 'Print the slip',
			paperTitle: 'Referral slip',
			paperUse: 'To be shown to the next service, if it uses Vigie. This paper is optional.',
			paperPrivacy:
				'This code holds no name, no date, no place: only the number of referrals and the kinds of services already seen.',
		},
	),
);
