import type { Grant } from '@vigie/schemas/accounts/grant';

/** Person is somebody of the demonstration: nobody real. */
export interface Person {
	/** The subject that the provider vouches for. */
	readonly id: string;
	readonly name: string;
	/** What they do here, in words that the sign-in page shows. */
	readonly what: string;
	readonly grants: readonly Grant[];
}

/** people are those who can sign in to a demonstration: one for each role, and several bodies. */
export const people: readonly Person[] = [
	{
		id: 'camille',
		name: 'Camille',
		what: 'répond aux signalements de la CNAF',
		grants: [{ role: 'institution_answerer', body: 'CNAF' }],
	},
	{
		id: 'sacha',
		name: 'Sacha',
		what: 'lit les signalements de la CNAF, sans y répondre',
		grants: [{ role: 'institution_reader', body: 'CNAF' }],
	},
	{
		id: 'dominique',
		name: 'Dominique',
		what: 'répond aux signalements de l’ANTS',
		grants: [{ role: 'institution_answerer', body: 'ANTS' }],
	},
	{
		id: 'lou',
		name: 'Lou',
		what: 'répond aux signalements de France Travail',
		grants: [{ role: 'institution_answerer', body: 'FRANCE_TRAVAIL' }],
	},
	{
		id: 'maxime',
		name: 'Maxime',
		what: 'suit les tendances pour un groupe de travail',
		grants: [{ role: 'working_group', body: null }],
	},
	{
		id: 'noa',
		name: 'Noa',
		what: 'relit les commentaires (curateur)',
		grants: [{ role: 'curator', body: null }],
	},
	{
		id: 'alix',
		name: 'Alix',
		what: 'administre Vigie',
		grants: [{ role: 'administrator', body: null }],
	},
	{ id: 'charlie', name: 'Charlie', what: 'n’a encore accès à rien', grants: [] },
];
