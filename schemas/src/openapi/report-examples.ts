import type { JsonObject } from '../json-schema.js';
import { CURVE_DAYS } from '../reports/figures.js';

const id = 'r-3f0c9a7e51b24d6890aa12cd';
const now = '2026-11-18T09:12:00Z';

const failure: JsonObject = {
	id,
	platform: 'CAF_MON_COMPTE',
	step: 'CONNEXION',
	failureKind: 'NIR_PROVISOIRE',
	territories: ['FR'],
	body: 'CNAF',
	level: 'strong',
	sentence: {
		key: 'drift.country.strong',
		parameters: { platform: 'CAF_MON_COMPTE', step: 'CONNEXION', kind: 'NIR_PROVISOIRE' },
	},
	since: '2026-10-19T22:00:00Z',
	state: 'acknowledged',
};

const workaround: JsonObject = {
	text: 'Le numéro provisoire est accepté depuis l’application mobile.',
	validUntil: '2026-12-31',
	expired: false,
};

const reportSummaryExample: JsonObject = {
	...failure,
	version: 5,
	stateSince: '2026-11-12T10:02:11Z',
	openedAt: '2026-11-10T06:05:00Z',
	lastObserved: '2026-11-17T05:00:00Z',
	band: '20-49',
	due: { owes: 'answer', by: '2026-11-25', overdue: false },
	commitment: null,
	open: true,
};

export const reportListExample: JsonObject = {
	world: 'demo',
	now,
	counts: { acknowledged: 1 },
	reports: [reportSummaryExample],
};

const publicReportExample: JsonObject = {
	...failure,
	stateSince: '2026-11-12',
	overdue: false,
	workaround,
	commitment: null,
	answer: null,
	effectiveFrom: null,
	repair: null,
	rightOfReply: null,
	life: [
		{ type: 'opened', on: '2026-11-10', body: null },
		{ type: 'acknowledged', on: '2026-11-12', body: 'CNAF' },
	],
};

export const publicReportsExample: JsonObject = { world: 'demo', now, reports: [publicReportExample] };

export const reportDetailExample: JsonObject = {
	...reportSummaryExample,
	world: 'demo',
	now,
	firstBody: 'CNAF',
	workaround,
	answer: null,
	effectiveFrom: null,
	repair: null,
	rightOfReply: null,
	life: [
		{
			version: 1,
			at: '2026-11-10T06:05:00Z',
			type: 'opened',
			by: { kind: 'reporter', body: null },
			level: 'strong',
		},
		{ version: 5, at: '2026-11-12T10:02:11Z', type: 'acknowledged', by: { kind: 'body', body: 'CNAF' } },
	],
	actions: [
		{
			command: 'commit',
			consequence: 'report.consequence.commit',
			needs: { reasons: ['CORRECTIF_PREVU', 'AUTRE'], text: 'optional', date: 'commitment', targets: null },
		},
	],
	deliveries: [
		{
			at: '2026-11-10T06:05:02Z',
			channel: 'email',
			recipient: 'cnaf-observatoire',
			outcome: 'delivered',
			reason: null,
			attempts: 1,
		},
	],
	field: publicReportExample,
};

export const commandExamples = {
	'une date promise': {
		command: 'commit',
		expectedVersion: 5,
		reason: 'CORRECTIF_PREVU',
		date: '2026-12-04',
	},
	'un contournement': {
		command: 'publish-workaround',
		expectedVersion: 5,
		text: 'Le numéro provisoire est accepté depuis l’application mobile.',
		validUntil: '2026-12-31',
	},
	corrigé: {
		command: 'say-mended',
		expectedVersion: 6,
		reason: 'CORRECTIF_DEPLOYE',
		effectiveFrom: '2026-12-03T17:00:00Z',
	},
} as const satisfies JsonObject;

export const answerFiguresReply = 'Le correctif a attendu une mise en service prévue, annoncée ici.';

const delayExample = (days: readonly number[], owed: number): JsonObject => ({
	owed,
	done: days.length,
	inTime: days.length,
	medianDays: days[Math.floor(days.length / 2)] ?? null,
	doneByDay: Array.from({ length: CURVE_DAYS + 1 }, (_, day) => days.filter((at) => at <= day).length),
});

export const answerFiguresExample: JsonObject = {
	world: 'demo',
	now,
	since: '2025-11-18',
	delays: { acknowledge: { strong: 2, signal: 5 }, answer: { strong: 10, signal: 20 } },
	bodies: [
		{
			body: 'CNAF',
			asked: 3,
			open: 1,
			overdue: 0,
			passed: 0,
			acknowledged: delayExample([1, 1, 3], 3),
			answered: delayExample([4, 9], 3),
			confirmed: 1,
			reopened: 1,
			reply: { text: answerFiguresReply, on: '2026-11-18' },
		},
	],
};
