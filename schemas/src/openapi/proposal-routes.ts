import { sendingProblems } from './event-routes.js';
import type { Operation } from './operation.js';

/** proposalRoutes are the way in of platforms that the lists do not have, and what was decided of them. */
export const proposalRoutes = {
	'/v1/proposals': {
		post: {
			id: 'proposePlatform',
			tag: 'Déclarer',
			summary: 'Plateforme proposée, par le seul nom de son site',
			description:
				'Le nom du site seul, en minuscules, sans `www.` : ni adresse complète, ni adresse IP, ni nom local, ni rien qui ressemble à une donnée personnelle. Vingt par jour et par appareil. Des curateurs décident.',
			security: ['device'],
			request: {
				contract: 'Proposal',
				examples: { proposition: { host: 'portail-solidarites.exemple.fr', body: 'DEPARTEMENT' } },
			},
			status: 202,
			answer: {
				contract: 'ProposalReceipt',
				examples: {
					gardée: { proposal: 'kept', id: `p-${'0a1b2c3d'.repeat(4)}` },
					'déjà jugée': { proposal: 'answered', id: `p-${'0a1b2c3d'.repeat(4)}` },
					connue: { proposal: 'known', platform: 'CAF_MON_COMPTE' },
				},
			},
			problems: sendingProblems,
		},
	},
	'/v1/proposals/decisions': {
		get: {
			id: 'listProposalDecisions',
			tag: 'Références',
			summary: 'Ce qui a été décidé des plateformes proposées, sans leur nom',
			description:
				'Chaque décision porte l’identifiant que le reçu de la proposition a donné : sans lui, rien ne dit de quel site il s’agit. D’un nom qui peut désigner une personne, rien n’est dit.',
			status: 200,
			answer: {
				contract: 'ProposalDecisions',
				examples: {
					décisions: {
						decisions: [
							{
								id: `p-${'0a1b2c3d'.repeat(4)}`,
								decision: { outcome: 'refused', reason: 'LOCAL_PORTAL' },
								decidedOn: '2026-11-24',
							},
						],
					},
				},
			},
			problems: [],
		},
	},
} as const satisfies Readonly<Record<string, Readonly<Record<string, Operation>>>>;
