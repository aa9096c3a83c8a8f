import type { Wording } from '../taxonomy/entry.js';
import type { CodeOf } from '../taxonomy.js';

/** StateFacts: the words of a state, whether the report is still open in it, and what the body still owes. */
interface StateFacts extends Wording {
	readonly open: boolean;
	/** The first thing that is still owed: to acknowledge, then to answer; null once answered. */
	readonly owes: 'acknowledge' | 'answer' | null;
}

/** reportStates are the states in which a report rests, in the order of its life. A closed one takes no command but the right of reply. */
// biome-ignore format: one state a line, to be read as a table
export const reportStates = {
	opened: { open: true, owes: 'acknowledge', fr: 'Ouvert', en: 'Opened' },
	sent: { open: true, owes: 'acknowledge', fr: 'Transmis', en: 'Sent' },
	seen: { open: true, owes: 'acknowledge', fr: 'Vu par l’organisme', en: 'Seen by the body' },
	acknowledged: { open: true, owes: 'answer', fr: 'Reconnu par l’organisme', en: 'Acknowledged by the body' },
	reassigned: { open: true, owes: 'acknowledge', fr: 'Réattribué à un autre organisme', en: 'Reassigned to another body' },
	not_reproduced: { open: true, owes: null, fr: 'Non reproduit, dit l’organisme', en: 'Not reproduced, says the body' },
	contested: { open: true, owes: null, fr: 'Contesté par l’organisme, avec motif', en: 'Contested by the body, with a reason' },
	workaround_published: { open: true, owes: 'answer', fr: 'Contournement publié', en: 'Workaround published' },
	committed: { open: true, owes: null, fr: 'Correction promise', en: 'Mending promised' },
	mended: { open: true, owes: null, fr: 'Corrigé, dit l’organisme', en: 'Mended, says the body' },
	in_observation: { open: true, owes: null, fr: 'En observation', en: 'In observation' },
	confirmed: { open: false, owes: null, fr: 'Réparation confirmée par le terrain', en: 'Repair confirmed by the field' },
	reopened: { open: true, owes: 'acknowledge', fr: 'Rouvert : la panne est revenue', en: 'Reopened: the failure came back' },
	lapsed: { open: false, owes: null, fr: 'Plus rien d’observé depuis huit semaines', en: 'Nothing observed for eight weeks' },
} as const satisfies Record<string, StateFacts>;

/** ReportState is the name of a state. */
export type ReportState = keyof typeof reportStates;

// Object.keys widens to texts; the keys of a frozen literal are exactly the states.
/** reportStateNames holds every state, in the order of a report's life, as the non-empty tuple that z.enum wants. */
export const reportStateNames = Object.keys(reportStates) as [ReportState, ...ReportState[]];

/** Reason is a code of the taxonomy's answerReasons. */
export type Reason = CodeOf<'answerReasons'>;

/** Needs is what an act must carry: a coded reason of these, a text, a date, another body. */
export interface Needs {
	/** Reasons among which to choose; none asked when empty. With AUTRE, the text is asked too. */
	readonly reasons: readonly Reason[];
	readonly text: 'required' | 'optional' | 'none';
	readonly date: 'commitment' | 'effect' | 'valid-until' | null;
	readonly target: boolean;
}

const nothing: Needs = { reasons: [], text: 'none', date: null, target: false };

/** Transition says how a report comes to a state: from which others, by whom, with what. */
export interface Transition {
	readonly to: ReportState;
	readonly from: readonly ReportState[];
	readonly by: 'reporter' | 'body' | 'field';
	readonly needs: Needs;
}

/** transitions is the state machine of a report, whole: each is an event of the log named for the state it leads to. */
// biome-ignore format: one transition a line, to be read as a table
export const transitions: readonly Transition[] = [
	{ to: 'sent', from: ['opened', 'reassigned'], by: 'reporter', needs: nothing },
	// A body that has no recipients, or pulls, may read before anything was sent.
	{ to: 'seen', from: ['opened', 'sent', 'reassigned'], by: 'body', needs: nothing },
	{ to: 'acknowledged', from: ['seen', 'reopened'], by: 'body', needs: nothing },
	{ to: 'reassigned', from: ['seen', 'acknowledged'], by: 'body', needs: { reasons: ['HORS_PERIMETRE', 'DONNEE_D_UN_TIERS'], text: 'optional', date: null, target: true } },
	{ to: 'not_reproduced', from: ['seen', 'acknowledged', 'workaround_published', 'committed'], by: 'body', needs: { reasons: ['NON_OBSERVE', 'USAGE_ATTENDU', 'AUTRE'], text: 'optional', date: null, target: false } },
	{ to: 'contested', from: ['seen', 'acknowledged', 'workaround_published', 'committed'], by: 'body', needs: { reasons: ['REGLE_DE_DROIT', 'DONNEE_D_UN_TIERS', 'USAGE_ATTENDU', 'HORS_PERIMETRE', 'AUTRE'], text: 'optional', date: null, target: false } },
	{ to: 'workaround_published', from: ['acknowledged', 'committed'], by: 'body', needs: { reasons: [], text: 'required', date: 'valid-until', target: false } },
	{ to: 'committed', from: ['acknowledged', 'workaround_published'], by: 'body', needs: { reasons: ['CORRECTIF_PREVU', 'MAINTENANCE', 'DONNEE_D_UN_TIERS', 'AUTRE'], text: 'optional', date: 'commitment', target: false } },
	{ to: 'mended', from: ['acknowledged', 'workaround_published', 'committed'], by: 'body', needs: { reasons: ['CORRECTIF_DEPLOYE', 'MAINTENANCE', 'DONNEE_D_UN_TIERS', 'AUTRE'], text: 'optional', date: 'effect', target: false } },
	{ to: 'in_observation', from: ['mended'], by: 'field', needs: nothing },
	{ to: 'confirmed', from: ['mended', 'in_observation'], by: 'field', needs: nothing },
	{ to: 'reopened', from: ['mended', 'in_observation', 'confirmed'], by: 'field', needs: nothing },
	{ to: 'lapsed', from: ['opened', 'sent', 'seen', 'acknowledged', 'reassigned', 'not_reproduced', 'contested', 'workaround_published', 'committed', 'reopened'], by: 'reporter', needs: nothing },
];

/** transitionTo gives the one way to a state; null for `opened`, which is where a report begins. */
export const transitionTo = (state: ReportState): Transition | null =>
	transitions.find(({ to }) => to === state) ?? null;

/** isOpen tells whether a report still waits for something. */
export const isOpen = (state: ReportState): boolean => reportStates[state].open;
