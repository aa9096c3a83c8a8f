import { z } from 'zod';
import { Code } from '../events/envelope.js';
import { AccountId } from './grant.js';

/** AUDIT_CONTRACT is the version of an entry. */
export const AUDIT_CONTRACT = '1-0-0';

/** auditedActions is the closed list of what is written down, in words for who searches it. */
export const auditedActions = {
	'session.opened': 'Connexion',
	'session.closed': 'Déconnexion',
	'session.ended': 'Sessions fermées',
	'session.refused': 'Connexion refusée',
	'access.refused': 'Accès refusé',
	'invitation.created': 'Invitation créée',
	'invitation.revoked': 'Invitation révoquée',
	'invitation.used': 'Invitation acceptée',
	'grant.added': 'Rôle accordé',
	'grant.removed': 'Rôle retiré',
	'account.closed': 'Compte fermé',
	'account.lapsed': 'Compte fermé : douze mois sans usage',
	'structure.written': 'Structure écrite',
	'structure.devices-revoked': 'Appareils d’une structure révoqués',
	'device.revoked': 'Appareil révoqué',
	'link.created': 'Lien d’inscription créé',
	'link.revoked': 'Lien d’inscription révoqué',
	'api-key.created': 'Clé d’API créée',
	'api-key.rotated': 'Clé d’API renouvelée',
	'api-key.revoked': 'Clé d’API révoquée',
	'recipient.written': 'Destinataire écrit',
	'recipient.removed': 'Destinataire retiré',
	'recipient.tested': 'Envoi d’essai à un destinataire',
	'webhook.written': 'Webhook écrit',
	'webhook.removed': 'Webhook retiré',
	'webhook.rotated': 'Secret d’un webhook renouvelé',
	'webhook.tested': 'Envoi d’essai à un webhook',
	'letters.replayed': 'Lettres mortes remises',
	'letters.dropped': 'Lettres mortes abandonnées',
	'maintenance.declared': 'Maintenance annoncée',
	'maintenance.cancelled': 'Maintenance annulée',
	'reply.written': 'Droit de réponse écrit',
	'reply.withdrawn': 'Droit de réponse retiré',
	'registry.imported': 'Registre importé',
	'jobs.opened': 'Tableau des tâches ouvert',
	'comment.read': 'Page de commentaires lue',
	'proposal.decided': 'Plateforme proposée : décision',
	'command.refused': 'Réponse à un signalement refusée',
} as const satisfies Record<string, string>;

export type AuditedAction = keyof typeof auditedActions;

/** AuditActor is who did it: an account by its opaque id, a command line on the machine, a job, a machine client by its key's id, or nobody who is known. */
export const AuditActor = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('account'), account: AccountId }),
	z.strictObject({ kind: z.literal('operator') }),
	z.strictObject({ kind: z.literal('job') }),
	z.strictObject({ kind: z.literal('anonymous') }),
	z.strictObject({ kind: z.literal('api-key'), key: z.string().regex(/^[a-z0-9-]{1,64}$/) }),
]);
export type AuditActor = z.infer<typeof AuditActor>;

/** AuditEntry is the value of a message on `audit.v1`: who did what to what, without a name, an address or a text. */
export const AuditEntry = z.strictObject({
	contract: z.literal(AUDIT_CONTRACT),
	id: z.uuid(),
	at: z.iso.datetime(),
	actor: AuditActor,
	// Object.keys widens to texts; the keys of a frozen literal are exactly the actions.
	action: z.enum(Object.keys(auditedActions) as [AuditedAction, ...AuditedAction[]]),
	/** Identifier of what it was done to, if it has one. */
	target: z
		.string()
		.regex(/^[\w:.-]{1,128}$/)
		.nullable(),
	/** The body that it belongs to, if any. */
	body: Code.nullable(),
	/** A role, a reason, a type, or what came of it: a code or an identifier of ours. */
	detail: z
		.string()
		.regex(/^[\w.:-]{1,64}$/)
		.nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
