import { randomUUID } from 'node:crypto';
import { hourOf } from '@vigie/schemas/calendar';
import { TAXONOMY_VERSION } from '@vigie/schemas/taxonomy';

/** CanaryRequest is a request with the marker somewhere that a person's data could be. */
export interface CanaryRequest {
	readonly path: string;
	readonly init: RequestInit;
}

const whole = {
	'dysfunction.alerted': {
		platform: 'CAF_MON_COMPTE',
		step: 'FORMULAIRE',
		failureKind: 'CAS_NON_PREVU',
		benefit: 'RSA',
		consequence: 'RETARD',
		personsConcerned: 'UNE',
		alternative: 'AUCUNE',
		timeSpent: 'COURT',
	},
	'procedure.failed': {
		platform: 'CAF_MON_COMPTE',
		benefit: 'RSA',
		procedureChannel: 'WEB',
		step: 'PIECES',
		failureKind: 'PANNE',
		consequence: 'RETARD',
		personsConcerned: 'UNE',
		factors: ['ILLECTRONISME'],
	},
	'nontakeup.signalled': {
		benefit: 'RSA',
		situation: 'X',
		type: 'X',
		reason: 'X',
		duration: 'X',
		discovery: 'X',
	},
	'referral.made': {
		from: 'TS',
		to: 'MN',
		need: 'NUMERIQUE',
		reason: 'SATURATION',
		outcome: 'X',
		loop: 'NON',
		hopBucket: 'UN',
	},
} as const;

const envelope = () => ({
	id: randomUUID() as string,
	revision: 0,
	retracted: false,
	version: '1-0-0',
	taxonomy: TAXONOMY_VERSION,
	observedAt: hourOf(new Date()),
});

/** goodAlert is an event that is taken. */
export const goodAlert = () => ({ ...envelope(), kind: 'dysfunction.alerted', platform: 'CAF_MON_COMPTE' });

/** Every field of every kind with the marker in its place, one at a time; and fields that no contract knows. */
const bodies = (marker: string): unknown[] =>
	Object.entries(whole).flatMap(([kind, fields]) => {
		const event: Record<string, unknown> = { ...envelope(), kind, ...fields };
		const replaced = Object.keys(event).flatMap((name) => [
			{ ...event, [name]: marker },
			{ ...event, [name]: [marker] },
			{ ...event, [name]: { [marker]: marker } },
		]);
		return [...replaced, { ...event, [marker]: 1 }, { ...event, nom: marker }, { ...event, comment: marker }];
	});

/** What could be taken for the address of a site. */
const proposals = (marker: string): unknown[] => [
	{ host: marker },
	{ host: `${marker.toLowerCase()}.local` },
	{ host: `https://exemple.fr/${marker}` },
	{ host: `${marker.toLowerCase()}@exemple.fr` },
	{ host: `mme-${marker.toLowerCase()}.fr` },
	{ host: 'exemple.fr', body: marker },
	{ host: 'exemple.fr', [marker]: marker },
];

/** What a body would say about a report, to one that this caller may not read. */
const reportCommands = (marker: string): unknown[] => [
	{ command: 'reply', expectedVersion: 1, text: marker },
	{ command: 'contest', expectedVersion: 1, reason: marker, text: marker },
	{ command: 'publish-workaround', expectedVersion: 1, text: marker, validUntil: marker },
	{ command: 'commit', expectedVersion: 1, reason: 'X', text: `${marker} 06 12 34 56 78`, date: marker },
	{ command: marker, expectedVersion: 1, [marker]: marker },
];

const post = (path: string, body: unknown, headers: Record<string, string>): CanaryRequest => ({
	path,
	init: {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: typeof body === 'string' ? body : JSON.stringify(body),
	},
});

const telling = [
	'user-agent',
	'referer',
	'cookie',
	'origin',
	'x-forwarded-for',
	'forwarded',
	'x-real-ip',
	'x-request-id',
	'request-id',
	'traceparent',
	'baggage',
	'idempotency-key',
	'accept-language',
	'accept',
	'if-none-match',
	'via',
	'x-canari',
] as const;

/** takenRequests are good declarations whose headers and query carry the marker: they are accepted, and it goes no further. */
export const takenRequests = (marker: string, authorization: string): CanaryRequest[] => [
	...telling.map((name) => post('/v1/events', goodAlert(), { authorization, [name]: marker })),
	post(`/v1/events?q=${marker}&${marker}=1`, goodAlert(), { authorization }),
	post(
		`/v1/events/batch?q=${marker}`,
		{ events: [goodAlert(), { ...goodAlert(), platform: marker }] },
		{ authorization },
	),
];

/** refusedRequests carry the marker where no contract has room for it. */
export const refusedRequests = (marker: string, authorization: string): CanaryRequest[] => [
	...bodies(marker).map((body) => post('/v1/events', body, { authorization })),
	post('/v1/events/batch', { events: bodies(marker).slice(0, 400) }, { authorization }),
	post('/v1/events/batch', { events: [], [marker]: marker }, { authorization }),
	post('/v1/events', `{"id":"${marker}"`, { authorization }),
	post('/v1/events', marker, { authorization }),
	post('/v1/events', `"${marker.repeat(2_000)}"`, { authorization }),
	post('/v1/events', goodAlert(), { authorization, 'content-type': marker }),
	post('/v1/events', goodAlert(), { authorization, 'content-encoding': marker }),
	post('/v1/events', goodAlert(), { authorization: marker }),
	post('/v1/events', goodAlert(), { authorization: `Bearer ${marker}` }),
	post('/v1/events', goodAlert(), { authorization: `Bearer vk_${marker}_${'A'.repeat(43)}` }),
	post('/v1/events', goodAlert(), { authorization: `Bearer ${marker}.${marker}.${marker}` }),
	post(`/v1/events/${marker}`, goodAlert(), { authorization }),
	post('/v1/enrolment', { link: marker }, {}),
	post('/v1/enrolment', { link: `${marker}.${marker}` }, {}),
	post(
		'/v1/devices',
		{ link: marker, roleFamily: marker, departement: marker, charter: marker, [marker]: 1 },
		{},
	),
	post('/admin/structures', { id: marker, label: marker }, { authorization: `Bearer ${marker}` }),
	post('/v1/comments', { event: marker, text: marker, [marker]: 1 }, { authorization }),
	...(['platform', 'step', 'failureKind'] as const).map((name) =>
		post('/v1/comments', { event: randomUUID(), text: 'reste gris', [name]: marker }, { authorization }),
	),
	post('/v1/comments', { event: randomUUID(), text: `Mme ${marker} attend` }, { authorization }),
	post('/v1/comments', { event: randomUUID(), text: `${marker} 06 12 34 56 78` }, { authorization }),
	...proposals(marker).map((body) => post('/v1/proposals', body, { authorization })),
	...reportCommands(marker).map((body) =>
		post(`/v1/reports/r-${'0'.repeat(24)}/commands`, body, { authorization }),
	),
	post(`/v1/reports/${marker}/commands`, { command: marker }, { authorization }),
	post('/v1/reports', { [marker]: marker }, { authorization, cookie: `__Host-vigie=${marker}` }),
	post(
		'/v1/session/logout',
		{ [marker]: marker },
		{ cookie: `__Host-vigie=${marker}`, 'x-csrf-token': marker },
	),
	post('/admin/invitations', { label: marker, roles: [marker] }, { authorization: `Bearer ${marker}` }),
	post(`/admin/accounts/${marker}/close`, {}, { authorization: `Bearer ${marker}` }),
	...[
		`/v1/me?${marker}`,
		`/v1/reports?state=${marker}&platform=${marker}&${marker}=1`,
		`/v1/reports/${marker}`,
		`/v1/reports/${marker}/report.pdf`,
		`/v1/reports/public?${marker}=${marker}`,
		`/v1/signals?${marker}=${marker}`,
		`/v1/live?${marker}`,
		`/v1/session/callback?code=${marker}&state=${marker}&iss=${marker}`,
		`/v1/session/callback?error=${marker}&error_description=${marker}`,
		// Only a page of ours is a way back.
		`/v1/session/login?return=https://${marker}.example/${marker}`,
		`/v1/session/login?${marker}=${marker}`,
		`/v1/admin/audit?actor=${marker}&from=${marker}`,
		`/revue/?constat=${marker}`,
		`/v1/world?${marker}=${marker}`,
		`/v1/taxonomy?lang=${marker}`,
		`/v1/releases/${marker}`,
		`/v1/releases/2026-W46/${marker}.json`,
		`/v1/series/week/${marker}.csv?from=${marker}&platform=${marker}`,
		`/v1/series/${marker}/total.json`,
		`/v1/registry?${marker}`,
		`/alerte/${marker}`,
		`/tendances/?plateforme=${marker}`,
		`/${marker}`,
		`/%${marker}`,
		`/health/live?${marker}`,
	].map((path): CanaryRequest => ({ path, init: { headers: { authorization, 'user-agent': marker } } })),
	{ path: `/v1/events?${marker}`, init: { method: 'DELETE', headers: { authorization } } },
];
