import type { ReportEvent, ReportFact } from '@vigie/schemas/reports/report-event';
import type { SignalLevel } from '@vigie/schemas/signal';

const reporter = { kind: 'reporter' } as const;
const cnaf = { kind: 'body', body: 'CNAF', account: null } as const;

interface Opening {
	readonly platform?: string;
	readonly step: string | null;
	readonly kind: string | null;
	readonly level: SignalLevel;
	readonly on: string;
	readonly band?: '3-5' | '6-9' | '10-19' | '20-49' | '50+';
}

const noon = (day: string): string => `${day}T10:00:00Z`;

/** lifeOf writes the events of a report: its opening, then facts, each on its day. */
const lifeOf = (
	id: string,
	{ platform = 'CAF_MON_COMPTE', step, kind, level, on, band = '20-49' }: Opening,
	facts: readonly (readonly [string, ReportFact])[],
): readonly ReportEvent[] => {
	const opened: ReportFact = {
		type: 'opened',
		platform,
		step,
		failureKind: kind,
		territory: 'FR',
		body: 'CNAF',
		level,
		band,
		sentence: { key: `drift.country.${level}`, parameters: { platform } },
		onset: noon(on),
		asOf: noon('2026-11-23'),
		signal: id.slice(2).padEnd(32, '0'),
		signalVersion: 1,
	};
	const all: (readonly [string, ReportFact])[] = [[on, opened], ...facts];
	return all.map(([day, fact], index) => ({
		contract: '1-0-0',
		report: id,
		version: index + 1,
		at: noon(day),
		actor: ['opened', 'sent'].includes(fact.type) ? reporter : cnaf,
		fact,
	}));
};

/** LOGIN is the report that the stories are about: the CAF login, acknowledged, to be answered. */
export const LOGIN = 'r-3f0c9a7e51b24d6890aa12cd';

/** LATE is the report whose answer is overdue. */
export const LATE = 'r-000000000000000000000001';

const sent: ReportFact = { type: 'sent', channels: ['email'] };
const seen: ReportFact = { type: 'seen' };
const acknowledged: ReportFact = { type: 'acknowledged' };

/** lives are the reports of a body on a Tuesday of November, what presses first. */
export const lives: readonly (readonly ReportEvent[])[] = [
	lifeOf(
		LATE,
		{ step: 'VERSEMENT', kind: 'VERSEMENT_INTERROMPU', level: 'signal', on: '2026-10-19', band: '50+' },
		[
			['2026-10-19', sent],
			['2026-10-20', seen],
			['2026-10-21', acknowledged],
		],
	),
	lifeOf(LOGIN, { step: 'CONNEXION', kind: 'NIR_PROVISOIRE', level: 'strong', on: '2026-11-10' }, [
		['2026-11-10', sent],
		['2026-11-11', seen],
		['2026-11-12', acknowledged],
	]),
	lifeOf(
		'r-000000000000000000000003',
		{ step: 'PIECES', kind: 'PIECE_REFUSEE', level: 'signal', on: '2026-11-23', band: '6-9' },
		[
			['2026-11-23', sent],
			['2026-11-24', seen],
		],
	),
	lifeOf(
		'r-000000000000000000000004',
		{ step: null, kind: 'INDU_INCOMPRIS', level: 'signal', on: '2026-10-27', band: '10-19' },
		[
			['2026-10-27', sent],
			['2026-10-28', seen],
			['2026-10-28', acknowledged],
			['2026-10-30', { type: 'committed', reason: 'CORRECTIF_PREVU', text: null, date: '2026-12-01' }],
		],
	),
	lifeOf(
		'r-000000000000000000000005',
		{ platform: 'AMELI', step: 'SUIVI', kind: null, level: 'usual', on: '2026-10-16' },
		[
			['2026-10-16', sent],
			['2026-10-17', seen],
			['2026-10-19', acknowledged],
			[
				'2026-11-12',
				{
					type: 'mended',
					reason: 'CORRECTIF_DEPLOYE',
					text: 'Le suivi affiche de nouveau toutes les pièces.',
					effectiveFrom: '2026-11-12T08:00:00Z',
				},
			],
		],
	),
];
