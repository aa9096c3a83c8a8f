import type { AccountList } from '@vigie/schemas/accounts/administration';
import { CSRF_HEADER, type Me, sessionPaths } from '@vigie/schemas/accounts/session';
import type { ApiKeyList, LinkList, StructureList } from '@vigie/schemas/administration';
import type { CommentPage } from '@vigie/schemas/comment';
import type { DeadLetters } from '@vigie/schemas/dead-letters';
import { administrationExamples } from '@vigie/schemas/openapi/administration-examples';
import type { ProposalList } from '@vigie/schemas/proposals/proposal';
import type { BodySettings, DeliveryLog, SendingStates } from '@vigie/schemas/settings';
import type { Asked, Said } from '../../ui/test/support/page-server.js';

const CSRF = 'csrf-of-the-stand-in';
const ACCOUNT = `a-${'0'.repeat(32)}`;
const LATER = '2090-01-01T00:00:00Z';

/** me is an administrator who is a curator too, who signed in. */
export const me: Me = {
	world: 'demo',
	account: { id: ACCOUNT, label: 'Administration' },
	grants: [
		{ role: 'administrator', body: null },
		{ role: 'curator', body: null },
	],
	csrf: CSRF,
	expiresAt: '2026-11-29T21:15:00.000Z',
	canSignIn: true,
};

const accounts: AccountList = {
	accounts: [
		{
			id: ACCOUNT,
			label: 'Administration',
			grants: [{ role: 'administrator', body: null }],
			closed: false,
			since: '2026-01-01T00:00:00Z',
			lastUsed: '2026-11-20',
		},
		{
			id: `a-${'1'.repeat(32)}`,
			label: 'Cellule usagers',
			grants: [{ role: 'institution_reader', body: 'CNAF' }],
			closed: false,
			since: '2025-01-01T00:00:00Z',
			lastUsed: '2025-12-20',
		},
	],
	invitations: [
		{
			id: '0a1b2c',
			label: 'Préfecture',
			grant: { role: 'institution_answerer', body: 'ANTS' },
			expiresAt: LATER,
			revoked: false,
			usedBy: null,
		},
	],
};
const structures: StructureList = {
	structures: [
		{
			id: 'ccas-vigie',
			label: 'CCAS de Vigie',
			organisation: 'ville-vigie',
			family: 'COMMUNE',
			departement: '35',
			body: null,
			active: true,
			epoch: 0,
		},
	],
};
const links: LinkList = {
	links: [{ id: '0f', structure: 'ccas-vigie', expiresAt: LATER, revoked: false }],
};
const keys: ApiKeyList = {
	keys: [
		{
			id: '9e',
			structure: 'ccas-vigie',
			roleFamily: 'TRAVAIL_SOCIAL',
			scopes: ['ingest'],
			expiresAt: LATER,
			revoked: false,
		},
	],
};
const settings: BodySettings = {
	body: 'CNAF',
	recipients: [{ id: '5d', email: 'suivi@cnaf.example', active: true }],
	webhooks: [
		{ id: '6e', url: 'https://cnaf.example/vigie', generation: 1, previousUntil: null, active: true },
	],
	keys: [{ id: '9e', structure: 'ccas-vigie', scopes: ['reports'], expiresAt: LATER, revoked: false }],
};
const sendings: SendingStates = {
	bodies: [{ body: 'CNAF', open: 2, addressees: 0, waiting: 1, undelivered: 1 }],
};
const deliveries: DeliveryLog = {
	waiting: [],
	deliveries: [
		{
			report: `r-${'0'.repeat(24)}`,
			at: '2026-11-24T13:02:00Z',
			channel: 'email',
			recipient: '5d',
			outcome: 'delivered',
			reason: null,
			attempts: 1,
		},
	],
};
const letters: DeadLetters = {
	waiting: [{ name: 'malformed_json', count: 2 }],
	settled: [{ name: 'replayed', count: 1 }],
	letters: [
		{
			origin: 'events.v1/0/1234',
			reason: 'malformed_json',
			schema: '',
			firstSeenAt: '2026-11-24T13:00:00Z',
			bytes: 9,
			readable: false,
			errors: [{ path: '', code: 'malformed_json' }],
		},
	],
};
const registry = {
	taxonomy: '2026.1',
	bodies: [
		{
			code: 'CNAF',
			fr: 'Caisse nationale des allocations familiales',
			en: 'National family allowances fund',
			platforms: ['CAF_MON_COMPTE'],
		},
	],
};
const audit = {
	entries: [
		{
			id: '6f1d3c1e-5a0f-4b7e-9c55-0d6a3a2f4b10',
			at: '2026-11-24T13:02:00.000Z',
			actor: { kind: 'account', account: ACCOUNT },
			action: 'grant.added',
			target: `a-${'1'.repeat(32)}`,
			body: 'CNAF',
			detail: 'institution_reader',
		},
	],
};

const comments: CommentPage = {
	...administrationExamples.CommentPage,
	comments: [...administrationExamples.CommentPage.comments],
	taken: 'off',
	unreadable: 1,
};

const proposals: ProposalList = {
	proposals: [
		{
			id: `p-${'0'.repeat(32)}`,
			host: 'portail-solidarites.exemple.fr',
			body: 'DEPARTEMENT',
			band: '6-9',
			firstWeek: '2026-W44',
			lastWeek: '2026-W48',
			decision: null,
		},
		{
			id: `p-${'1'.repeat(32)}`,
			host: 'messages.exemple.fr',
			body: null,
			band: '1-5',
			firstWeek: '2026-W46',
			lastWeek: '2026-W46',
			decision: { outcome: 'refused', reason: 'NO_PUBLIC_SERVICE' },
		},
	],
};

const readings: Readonly<Record<string, object>> = {
	'/v1/registry': registry,
	'/v1/admin/accounts': accounts,
	'/v1/admin/structures': structures,
	'/v1/admin/links': links,
	'/v1/admin/api-keys': keys,
	'/v1/admin/audit': audit,
	'/v1/admin/dead-letters': letters,
	'/v1/admin/comments': comments,
	'/v1/admin/proposals': proposals,
	'/v1/admin/sendings': sendings,
	[sessionPaths.own]: {
		sessions: [{ openedAt: '2026-11-29T13:15:00Z', seenAt: '2026-11-29T14:15:00Z', current: true }],
	},
	'/v1/bodies/CNAF/settings': settings,
	'/v1/bodies/CNAF/deliveries': deliveries,
};

/** LINK is what the stand-in answers to who asks for a link. */
export const LINK = `http://127.0.0.1:8080/alerte/#lien=0f.${'A'.repeat(43)}`;

const changes: Readonly<Record<string, object>> = {
	[`/v1/admin/proposals/p-${'0'.repeat(32)}/decision`]: {
		id: `p-${'0'.repeat(32)}`,
		decision: { outcome: 'known', platform: 'ANTS' },
		decidedOn: '2026-11-29',
	},
	'/v1/admin/structures/ccas-vigie/links': { id: '0f', url: LINK, expiresAt: '2026-12-29T00:00:00.000Z' },
	'/v1/admin/dead-letters/replay': {
		dryRun: true,
		unchanged: 1,
		again: 0,
		left: [{ name: 'malformed_json', count: 1 }],
	},
	'/v1/bodies/CNAF/recipients/5d/test': { outcome: 'refused', reason: 'smtp_550' },
};

const problem = (status: number, code: string): Said => ({
	status,
	body: { type: 'about:blank', title: 'Refusé', status, code },
});

/** standInAdministration answers what the page asks, and keeps what it was told to do. */
export const standInAdministration = (who: Me = me) => {
	const told: { readonly method: string; readonly path: string; readonly body: unknown }[] = [];
	const answer = ({ method, path, body, headers }: Asked): Said | null => {
		if (path === sessionPaths.me) return { status: 200, body: who };
		if (method === 'GET') {
			const reading = readings[path];
			return reading ? { status: 200, body: reading } : null;
		}
		if (headers[CSRF_HEADER] !== CSRF) return problem(403, 'csrf_refused');
		told.push({ method, path, body: JSON.parse(body) });
		const change = changes[path];
		return change ? { status: 200, body: change } : problem(409, 'last_administrator');
	};
	return { answer, told };
};
