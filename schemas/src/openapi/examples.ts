import { CHARTER_VERSION, Manifest } from '../http.js';
import type { JsonObject } from '../json-schema.js';
import { LATTICE_VERSION } from '../lattice.js';
import { releaseDictionary } from '../release-dictionary.js';
import { TAXONOMY_VERSION } from '../taxonomy/version.js';

const id = '6f1d3c1e-5a0f-4b7e-9c55-0d6a3a2f4b10';

const envelope = (kind: string): JsonObject => ({
	id,
	revision: 0,
	retracted: false,
	kind,
	version: '1-0-0',
	taxonomy: TAXONOMY_VERSION,
	observedAt: '2026-11-10T13:00:00Z',
});

/** eventExamples holds one event of each kind, and an alert undone: codes and an hour, nothing about anybody. */
export const eventExamples = {
	alerte: { ...envelope('dysfunction.alerted'), platform: 'CAF_MON_COMPTE', failureKind: 'PANNE' },
	'alerte annulée': {
		...envelope('dysfunction.alerted'),
		revision: 1,
		retracted: true,
		platform: 'CAF_MON_COMPTE',
	},
	'échec de démarche': {
		...envelope('procedure.failed'),
		benefit: 'RSA',
		platform: 'CAF_MON_COMPTE',
		procedureChannel: 'WEB',
		step: 'CONNEXION',
		failureKind: 'ERREUR_TECHNIQUE',
		consequence: 'RETARD',
	},
	'non-recours': {
		...envelope('nontakeup.signalled'),
		benefit: 'C2S',
		situation: 'IGNORAIT_LE_DROIT',
		declaredType: 'NON_CONNAISSANCE',
	},
	orientation: {
		...envelope('referral.made'),
		from: 'TS',
		to: 'MN',
		need: 'NUMERIQUE',
		reason: 'COMPETENCE_NUMERIQUE_REQUISE',
		loop: 'NON',
		hopBucket: 'DEUX',
	},
	réparation: {
		...envelope('repair.confirmed'),
		platform: 'CAF_MON_COMPTE',
		step: 'CONNEXION',
		mended: 'OUI',
	},
} as const satisfies JsonObject;

const receivedSlot = '2026-11-10T13:15:00Z';
export const receiptExample: JsonObject = { id, revision: 0, receivedSlot };
export const batchReceiptExample: JsonObject = {
	accepted: 1,
	receivedSlot,
	refused: [{ index: 1, id, errors: [{ path: 'platform', code: 'unknown_code' }] }],
};

const link = 'lien-1.secret-du-lien';
const place = { departement: '75', structureFamily: 'COMMUNE' } as const;
export const questionExample: JsonObject = { link };
export const offerExample: JsonObject = { structure: 'Une structure', ...place };
export const enrolmentExample: JsonObject = {
	link,
	roleFamily: 'TRAVAIL_SOCIAL',
	departement: place.departement,
	charter: CHARTER_VERSION,
};
export const deviceExample: JsonObject = {
	token: 'en-tete.revendications.signature',
	structure: 'Une structure',
	roleFamily: 'TRAVAIL_SOCIAL',
	departement: place.departement,
};

const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
export const worldExample: JsonObject = {
	world: 'demo',
	now: '2026-11-18T09:12:00Z',
	week: '2026-W47',
	lastRelease: '2026-W46',
	nextPublication: '2026-11-24T05:00:00Z',
	loading: null,
};
export const liveExample: JsonObject = {
	world: 'demo',
	now: '2026-11-18T09:12:00Z',
	asOf: '2026-11-18T08:45:00Z',
	levels: [
		{
			platform: 'ANTS',
			territory: 'FR',
			level: 'signal',
			since: '2026-11-18T08:15:00Z',
			band: '10-19',
			sentence: { key: 'outage.country.signal', parameters: { platform: 'ANTS' } },
		},
	],
	maintenances: [{ platform: 'AMELI', until: '2026-11-18T11:00:00Z' }],
};
export const weeklySignalsExample: JsonObject = {
	world: 'demo',
	asOf: '2026-11-17T05:00:00Z',
	signals: [
		{
			id: '1f0c6f3a9b5d4e27a8c1d0e5b6f7a890',
			version: 1,
			transition: 'opened',
			family: 'drift',
			level: 'signal',
			verdict: null,
			coordinates: { platform: 'CAF_MON_COMPTE', step: null, kind: 'DELAI_TRAITEMENT', territory: 'FR' },
			onset: '2026-09-20T22:00:00Z',
			asOf: '2026-11-17T05:00:00Z',
			durationMinutes: 83_100,
			band: '20-49',
			sentence: { key: 'drift', parameters: { platform: 'CAF_MON_COMPTE', kind: 'DELAI_TRAITEMENT' } },
			model: { name: 'harmonic', version: '1' },
		},
	],
};
export const manifestExample: JsonObject = {
	release: '2026-W46',
	level: 'week',
	world: 'demo',
	start: '2026-11-08T23:00:00Z',
	end: '2026-11-15T23:00:00Z',
	hash,
	taxonomy: TAXONOMY_VERSION,
	lattice: LATTICE_VERSION,
	mechanism: {
		D: 10,
		V: 9,
		js: 2,
		k: 21,
		kSigned: 15,
		structures: 3,
		outsideTop: 5,
		residual: 5,
		base: '1',
	},
	tables: ['total', 'platform'],
};
export const detailExample: JsonObject = {
	...manifestExample,
	files: [{ table: 'platform', format: 'csv', bytes: 1_204, sha256: hash }],
};
export const dictionaryExample: JsonObject = JSON.parse(
	JSON.stringify(releaseDictionary(Manifest.parse(manifestExample))),
);
export const tableExample: JsonObject = {
	release: '2026-W46',
	hash,
	table: 'platform',
	world: 'demo',
	dimensions: ['platform'],
	rows: [
		{ coordinates: ['CAF_MON_COMPTE'], y: 183, flag: 'shown' },
		{ coordinates: ['AMELI'], y: null, flag: 'protected' },
	],
};
export const seriesExample: JsonObject = {
	level: 'week',
	table: 'platform',
	world: 'demo',
	dimensions: ['platform'],
	releases: ['2026-W45', '2026-W46'],
	hash,
	coordinates: [['CAF_MON_COMPTE'], ['AMELI']],
	values: [
		[171, null],
		[183, null],
	],
	impossible: [],
};

export const taxonomyExample: JsonObject = {
	version: TAXONOMY_VERSION,
	lists: {
		platforms: [
			{
				code: 'CAF_MON_COMPTE',
				fr: 'caf.fr, Mon Compte',
				en: 'caf.fr, My account',
				since: '2026.1',
				owner: 'CNAF',
			},
		],
	},
	benefitsServed: { CAF_MON_COMPTE: ['RSA', 'PPA'], IMPOTS: 'ALL' },
	impossiblePairs: [[{ platform: ['FRANCECONNECT'] }, { step: ['VERSEMENT'] }]],
};
export const registryExample: JsonObject = {
	taxonomy: TAXONOMY_VERSION,
	bodies: [
		{
			code: 'CNAF',
			fr: 'Caisse nationale des allocations familiales',
			en: 'National family allowances fund',
			platforms: ['CAF_MON_COMPTE'],
		},
	],
};
