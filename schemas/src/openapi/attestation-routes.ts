import type { JsonObject } from '../json-schema.js';
import type { Operation } from './operation.js';

const attestation: JsonObject = {
	code: '7Z3K-0M4Q-9T2B-XW1R-0003-4HNC-V8DG-5S6J',
	world: 'demo',
	issuedOn: '2026-11-18',
	facts: {
		platform: 'ANTS',
		step: null,
		failureKind: null,
		territory: 'FR',
		family: 'outage',
		level: 'strong',
		from: '2026-11-12T08:15:00.000Z',
		until: '2026-11-12T13:30:00.000Z',
		lastSeen: '2026-11-12T13:30:00.000Z',
		band: '10-19',
	},
	hash: '9f2c4e0b7d1a86359f2c4e0b7d1a86359f2c4e0b7d1a86359f2c4e0b7d1a8635',
};

const inQuery = (name: string, description: string, required: boolean, schema: JsonObject): JsonObject => ({
	name,
	in: 'query',
	required,
	description,
	schema,
});

/** attestationRoutes are how anybody prints what was published of a perturbation, and how whoever is shown the page verifies it. */
export const attestationRoutes = {
	'/v1/attestations': {
		get: {
			id: 'listAttestations',
			tag: 'Attestations',
			summary: 'Les perturbations publiées d’une plateforme, un jour donné, chacune avec son attestation',
			description:
				'À joindre à un recours ou à une démarche tardive. Rien n’y est plus fin que ce qui a été publié, et rien n’y dit qui a déclaré. Une liste vide ne dit pas que tout allait bien : seulement que rien n’a été publié.',
			parameters: [
				inQuery('platform', 'La plateforme', true, { type: 'string', pattern: '^[A-Z0-9_]{1,48}$' }),
				inQuery('day', 'Le jour, à Paris ; aujourd’hui si rien n’est dit', false, {
					type: 'string',
					format: 'date',
				}),
				inQuery('territory', 'FR, ou R et une région', false, {
					type: 'string',
					pattern: '^(FR|R\\d{2}|\\d{2,3}|2A|2B)$',
				}),
			],
			status: 200,
			answer: {
				contract: 'Attestations',
				examples: {
					panne: { world: 'demo', platform: 'ANTS', day: '2026-11-12', attestations: [attestation] },
				},
			},
			problems: ['invalid_request'],
		},
	},
	'/v1/attestations/{code}': {
		get: {
			id: 'verifyAttestation',
			tag: 'Attestations',
			summary: 'Ce que dit une attestation, par son code : authentique, ou inconnue',
			description:
				'Le code tient à chaque mot de la page : une date changée, et il n’est plus celui d’aucune attestation.',
			parameters: [
				{
					name: 'code',
					in: 'path',
					required: true,
					description: 'Huit groupes de quatre caractères ; les tirets sont facultatifs',
					schema: { type: 'string', maxLength: 64 },
				},
			],
			status: 200,
			answer: {
				contract: 'VerifiedAttestation',
				examples: { authentique: { attestation, endedAt: '2026-11-12T13:30:00.000Z' } },
			},
			problems: ['attestation_unknown', 'invalid_request'],
		},
	},
} as const satisfies Readonly<Record<string, { readonly get: Operation }>>;
