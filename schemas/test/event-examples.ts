import { eventExamples } from '../src/openapi/examples.js';

/** full holds each kind with every optional field. */
export const fullEvents: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
	'dysfunction.alerted': {
		...eventExamples.alerte,
		step: 'CONNEXION',
		benefit: 'RSA',
		consequence: 'RETARD',
		personsConcerned: 'UNE',
		alternative: 'GUICHET',
		timeSpent: 'MOINS_5',
		factors: ['ISOLEMENT', 'MOBILITE'],
	},
	'procedure.failed': {
		...eventExamples['échec de démarche'],
		outcome: 'ABANDON',
		personsConcerned: 'DEUX_A_QUATRE',
		alternative: 'TELEPHONE',
		timeSpent: 'PLUS_60',
		factors: [],
	},
	'nontakeup.signalled': {
		...eventExamples['non-recours'],
		reason: 'X1',
		duration: 'X2',
		discovery: 'X3',
		personsConcerned: 'UNE',
	},
	'referral.made': {
		...eventExamples.orientation,
		outcome: 'TRAITE',
		response: 'LIBRE_ACCES',
		benefit: 'RSA',
	},
	'repair.confirmed': { ...eventExamples.réparation, failureKind: 'PANNE' },
};
