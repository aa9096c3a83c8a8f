import { catalogue, inPageLanguage } from '@vigie/dashboard-ui/catalogue';
import type { ApiKeyOrder } from '@vigie/schemas/administration';

type Scope = ApiKeyOrder['scopes'][number];

/** keyTexts are the words on the keys of machine clients. */
export const keyTexts = inPageLanguage(
	catalogue(
		{
			intro:
				'Une clé laisse un logiciel parler au nom d’une structure. Vigie n’en garde que l’empreinte : une clé perdue se renouvelle, elle ne se retrouve pas.',
			create: 'Créer une clé',
			structure: 'Identifiant de la structure',
			roleFamily: 'Famille de rôles',
			scopes: 'Ce qu’elle permet',
			make: 'Créer la clé',
			made: 'Clé créée.',
			key: 'Clé d’API',
			rotate: 'Renouveler',
			overlap: 'Jours où l’ancienne clé sert encore',
			rotated: 'Clé renouvelée.',
			revoke: 'Révoquer',
			revokeWarning: 'Le logiciel qui s’en sert est refusé à l’instant.',
			revoked: 'Clé révoquée.',
			open: 'Renouveler ou révoquer',
			keys: 'Clés',
		},
		{
			intro:
				'A key lets software speak for a structure. Vigie keeps its fingerprint only: a lost key is rotated, not found again.',
			create: 'Create a key',
			structure: 'Identifier of the structure',
			roleFamily: 'Family of roles',
			scopes: 'What it allows',
			make: 'Create the key',
			made: 'Key created.',
			key: 'API key',
			rotate: 'Rotate',
			overlap: 'Days on which the former key still works',
			rotated: 'Key rotated.',
			revoke: 'Revoke',
			revokeWarning: 'Software that uses it is refused at once.',
			revoked: 'Key revoked.',
			open: 'Rotate or revoke',
			keys: 'Keys',
		},
	),
);

/** scopeTexts name what a key may do. */
export const scopeTexts = inPageLanguage(
	catalogue(
		{
			ingest: 'déclarer',
			read: 'lire ce qui est publié',
			reports: 'lire les signalements de son organisme et y répondre',
		} satisfies Record<Scope, string>,
		{
			ingest: 'declare',
			read: 'read what is published',
			reports: 'read and answer the reports of its body',
		},
	),
);
