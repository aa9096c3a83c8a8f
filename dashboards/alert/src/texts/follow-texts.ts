import { catalogue, inPageLanguage } from '@vigie/dashboard-ui/catalogue';

/** texts of the follow-up and of this device's page. */
export const texts = inPageLanguage(
	catalogue(
		{
			follow: 'Suivi',
			here: 'Gardé sur cet appareil seulement.',
			empty: 'Rien encore',
			emptyText:
				'Chaque déclaration faite sur cet appareil apparaîtra ici, avec ce qu’elle est devenue : reçue, gardée en attendant la connexion, annulée. Puis la semaine dans laquelle elle est comptée.',
			emptyDo: 'Faire une première alerte',
			today: (time: string) => `Aujourd’hui, ${time}`,
			on: (day: string, time: string) => `Le ${day}, ${time}`,
			'dysfunction.alerted': 'Alerte',
			'procedure.failed': 'Démarche échouée',
			'nontakeup.signalled': 'Droit non réclamé',
			'referral.made': 'Orientation',
			'repair.confirmed': 'Réponse : est-ce réparé ?',
			received: 'Reçue',
			sending: 'Envoi…',
			kept: 'Gardée ici, partira dès que possible',
			withdrawn: 'Annulée : elle ne compte pas',
			refused: 'Pas acceptée : rien n’a été compté',
			'change-refused': 'Reçue, mais le dernier changement n’a pas été accepté',
			reasonOld: 'Gardée plus de 34 jours : trop ancienne pour être comptée.',
			reasonConflict: 'Une autre version existe déjà, faite sans doute dans une autre fenêtre.',
			reasonInvalid:
				'Le service ne reconnaît pas son contenu. Rechargez la page : elle a peut-être été mise à jour.',
			reasonOther: 'Le service l’a refusée.',
			countedOn: (week: string, day: string) =>
				`Comptée dans les totaux de la semaine du ${week}, publiés le ${day}`,
			countedIn: (week: string) => `Comptée dans les totaux de la semaine du ${week}`,
			specify: 'Préciser',
			withdraw: 'Retirer',
			sure: 'Retirer cette déclaration ? Elle ne comptera plus.',
			yes: 'Oui, retirer',
			no: 'Non',
			withdrawnNow: (name: string) => `Retirée : ${name}`,
			more: 'Voir les précédentes',
			device: 'Cet appareil',
			structure: 'Structure',
			role: 'Métier',
			departement: 'Département',
			language: 'Langue',
			charter: 'La charte acceptée',
			privacy:
				'Cet appareil n’envoie ni nom ni adresse. Ses déclarations restent ici 90 jours, pour vous seulement.',
			forget: 'Oublier cet appareil',
			forgetSure:
				'Tout sera effacé d’ici : l’inscription et la liste du suivi. Ce qui est déjà reçu reste compté.',
			forgetWaiting: (count: number) =>
				count > 1
					? `${count} déclarations pas encore parties seront perdues.`
					: 'Une déclaration pas encore partie sera perdue.',
			forgetYes: 'Oui, tout effacer',
			home: 'Accueil de Vigie',
		},
		{
			follow: 'Follow-up',
			here: 'Kept on this device only.',
			empty: 'Nothing yet',
			emptyText:
				'Each declaration made on this device will appear here, with what became of it: received, kept until there is a connection, undone. Then the week in which it is counted.',
			emptyDo: 'Make a first alert',
			today: (time: string) => `Today, ${time}`,
			on: (day: string, time: string) => `${day}, ${time}`,
			'dysfunction.alerted': 'Alert',
			'procedure.failed': 'Failed procedure',
			'nontakeup.signalled': 'Unclaimed right',
			'referral.made': 'Referral',
			'repair.confirmed': 'Answer: is it mended?',
			received: 'Received',
			sending: 'Sending…',
			kept: 'Kept here, will leave as soon as possible',
			withdrawn: 'Undone: it does not count',
			refused: 'Not accepted: nothing was counted',
			'change-refused': 'Received, but the last change was not accepted',
			reasonOld: 'Kept for more than 34 days: too old to be counted.',
			reasonConflict: 'Another version already exists, probably made in another window.',
			reasonInvalid: 'The service does not recognise its content. Reload the page: it may have been updated.',
			reasonOther: 'The service refused it.',
			countedOn: (week: string, day: string) =>
				`Counted in the totals of the week of ${week}, published on ${day}`,
			countedIn: (week: string) => `Counted in the totals of the week of ${week}`,
			specify: 'Add details',
			withdraw: 'Withdraw',
			sure: 'Withdraw this declaration? It will no longer count.',
			yes: 'Yes, withdraw',
			no: 'No',
			withdrawnNow: (name: string) => `Withdrawn: ${name}`,
			more: 'See earlier ones',
			device: 'This device',
			structure: 'Structure',
			role: 'Occupation',
			departement: 'Département',
			language: 'Language',
			charter: 'The charter you accepted',
			privacy:
				'This device sends no name and no address. Its declarations stay here for 90 days, for you only.',
			forget: 'Forget this device',
			forgetSure:
				'Everything will be erased from here: the enrolment and the follow-up list. What was received stays counted.',
			forgetWaiting: (count: number) =>
				count > 1
					? `${count} declarations not sent yet will be lost.`
					: 'One declaration not sent yet will be lost.',
			forgetYes: 'Yes, erase all',
			home: 'Vigie, home',
		},
	),
);
