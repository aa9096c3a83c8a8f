import { catalogue, inPageLanguage } from '@vigie/dashboard-ui/catalogue';
import { DELAYS } from '@vigie/schemas/reports/deadlines';

const { acknowledge, answer } = DELAYS;

/** figuresTexts are the words of a body's own figures. */
export const figuresTexts = inPageLanguage(
	catalogue(
		{
			title: 'Mes chiffres',
			asOf: (day: string, time: string) => `Le ${day}, ${time}`,
			open: 'Signalements ouverts',
			toAnswer: 'À reconnaître ou à répondre',
			late: 'En retard',
			promised: 'Corrections promises',
			passed: 'Dates promises dépassées',
			observed: 'En observation par le terrain',
			reopened: 'Rouverts : la panne est revenue',
			confirmed: 'Réparations confirmées par le terrain',
			delays: 'Les délais convenus',
			delaysWhat: `Reconnaître : ${acknowledge.strong} jours ouvrés pour un signal fort, ${acknowledge.signal} pour un signal. Répondre : ${answer.strong} et ${answer.signal}. Un délai ne recule jamais ; un retard est public.`,
		},
		{
			title: 'My figures',
			asOf: (day: string, time: string) => `${day}, ${time}`,
			open: 'Open reports',
			toAnswer: 'To acknowledge or to answer',
			late: 'Late',
			promised: 'Promised repairs',
			passed: 'Promised dates that have passed',
			observed: 'Under observation by the field',
			reopened: 'Reopened: the failure came back',
			confirmed: 'Repairs confirmed by the field',
			delays: 'The agreed delays',
			delaysWhat: `To acknowledge: ${acknowledge.strong} working days for a strong signal, ${acknowledge.signal} for a signal. To answer: ${answer.strong} and ${answer.signal}. A delay never moves later; being late is public.`,
		},
	),
);
