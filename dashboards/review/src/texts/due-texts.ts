import { catalogue, inPageLanguage } from '@vigie/dashboard-ui/catalogue';

/** dueTexts say what is awaited, and until when. */
export const dueTexts = inPageLanguage(
	catalogue(
		{
			today: 'aujourd’hui',
			tomorrow: 'demain',
			late: (days: number) => (days > 1 ? `En retard de ${days} jours` : 'En retard d’un jour'),
			acknowledge: (day: string) => `À reconnaître d’ici ${day}`,
			answer: (day: string) => `Répondre d’ici ${day}`,
			promised: (day: string) => `Engagé pour le ${day}`,
			promisePassed: (day: string) => `Date promise dépassée : ${day}`,
		},
		{
			today: 'today',
			tomorrow: 'tomorrow',
			late: (days: number) => (days > 1 ? `${days} days late` : 'One day late'),
			acknowledge: (day: string) => `To acknowledge by ${day}`,
			answer: (day: string) => `Answer by ${day}`,
			promised: (day: string) => `Promised for ${day}`,
			promisePassed: (day: string) => `Promised date passed: ${day}`,
		},
	),
);
