import { COMMENT_LIMIT } from '../comment-limit.js';
import { sendingProblems } from './event-routes.js';
import type { Operation } from './operation.js';

/** commentRoutes are the way in of a few words about an alert, where a deployment takes them. */
export const commentRoutes = {
	'/v1/comments': {
		get: {
			id: 'readCommentSwitch',
			tag: 'Déclarer',
			summary: 'Cette installation prend-elle des commentaires ?',
			status: 200,
			answer: { contract: 'CommentSwitch', examples: { 'le plus souvent': { comments: 'off' } } },
			problems: [],
		},
		post: {
			id: 'sendComment',
			tag: 'Déclarer',
			summary: 'Commentaire d’une alerte : gardé chiffré 30 jours, ou refusé',
			description: `Au plus ${COMMENT_LIMIT} caractères sur une alerte déjà envoyée, que les curateurs seuls lisent, avec les codes de l’alerte s’ils sont joints. Au premier signe d’une donnée personnelle, le texte est refusé et n’est écrit nulle part ; l’alerte, elle, demeure. 404 là où les commentaires sont fermés.`,
			security: ['device', 'apiKey'],
			request: {
				contract: 'Comment',
				examples: {
					commentaire: {
						event: '6f1d3c1e-5a0f-4b7e-9c55-0d6a3a2f4b10',
						text: 'Le bouton « Envoyer » reste grisé depuis hier.',
						platform: 'CAF_MON_COMPTE',
						step: 'ENVOI',
					},
				},
			},
			status: 202,
			answer: {
				contract: 'CommentReceipt',
				examples: {
					gardé: { comment: 'accepted' },
					refusé: { comment: 'refused', reasons: ['numero_long'] },
				},
			},
			problems: [...sendingProblems, 'not_found'],
		},
	},
} as const satisfies Readonly<Record<string, { readonly get: Operation; readonly post: Operation }>>;
