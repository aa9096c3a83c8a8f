import { z } from 'zod';
import { Code } from '../events/envelope.js';
import { AnswerText, Day } from './report-event.js';
import { EffectHour } from './report-id.js';
import type { ReportState } from './states.js';

const order = <Name extends string, Shape extends z.core.$ZodLooseShape>(command: Name, shape: Shape) =>
	z.strictObject({
		command: z.literal(command),
		/** The version that was read: another one since then is answered 409, and nothing is done. */
		expectedVersion: z.int().min(1),
		...shape,
	});

const answer = { reason: Code, text: AnswerText.optional() } as const;

/** ReportCommand is the body of `POST /v1/reports/{id}/commands`: what a body does about a report. */
export const ReportCommand = z.discriminatedUnion('command', [
	order('acknowledge', {}),
	order('reassign', { ...answer, target: Code }),
	order('say-not-reproduced', answer),
	order('contest', answer),
	order('publish-workaround', { text: AnswerText, validUntil: Day }),
	order('commit', { ...answer, date: Day }),
	order('say-mended', { ...answer, effectiveFrom: EffectHour }),
	order('reply', { text: AnswerText }),
]);
export type ReportCommand = z.infer<typeof ReportCommand>;
export type CommandName = ReportCommand['command'];

/** commandStates says which state each command leads to; a right of reply leads to none. */
export const commandStates = {
	acknowledge: 'acknowledged',
	reassign: 'reassigned',
	'say-not-reproduced': 'not_reproduced',
	contest: 'contested',
	'publish-workaround': 'workaround_published',
	commit: 'committed',
	'say-mended': 'mended',
	reply: null,
} as const satisfies Record<CommandName, ReportState | null>;

// Object.keys widens to texts; the keys of a frozen literal are exactly the commands.
/** commandNames holds every command, in the order in which a page offers them. */
export const commandNames = Object.keys(commandStates) as [CommandName, ...CommandName[]];
