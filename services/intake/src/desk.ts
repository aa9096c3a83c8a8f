import { ProblemError } from '@vigie/kit/problem-plugin';
import type { AdmittedEvent } from '@vigie/schemas/admitted-event';
import { weekOfSlot } from '@vigie/schemas/calendar';
import type { Clock } from '@vigie/schemas/clock';
import { createJudgeCodes, type TaxonomyReader } from '@vigie/schemas/judge-codes';
import type { FieldError } from '@vigie/schemas/problem';
import { admit } from './admission.js';
import type { IntakeMetrics } from './metrics.js';
import { type Moment, momentReader } from './moment.js';
import type { Sender } from './sender.js';
import type { Sources } from './sources.js';
import { validate } from './validate.js';
import type { WeekKeys } from './week-keys.js';

/** Judged is one body of a request: admitted, or refused with its reasons. */
export type Judged =
	| { readonly ok: true; readonly admitted: AdmittedEvent }
	| { readonly ok: false; readonly errors: readonly FieldError[] };

/** Desk judges bodies at the present moment. */
export interface Desk {
	/** open gives the judge of one request, at once when the week's key is at hand; `unavailable` when there is none. */
	open(sender: Sender): Judge | Promise<Judge>;
}

/** Judge judges the bodies of one request, all received at one slot. */
export interface Judge {
	readonly receivedSlot: string;
	judge(body: unknown): Judged;
}

const RETRY_AFTER_SECONDS = 60;

/** createDesk puts validation and admission together, counts what is refused, and notes who sends. */
export const createDesk = (
	clock: Clock,
	weekKeys: WeekKeys,
	taxonomy: TaxonomyReader,
	metrics: IntakeMetrics,
	sources: Pick<Sources, 'sent'>,
): Desk => {
	const present = momentReader(clock);
	const judgeCodes = createJudgeCodes(taxonomy);
	const judgeBody = (body: unknown, sender: Sender, moment: Moment, weekKey: Buffer): Judged => {
		const verdict = validate(body, moment, judgeCodes);
		if (verdict.ok) {
			sources.sent(sender);
			const { receivedSlot } = moment;
			return { ok: true, admitted: admit(verdict.event, sender, { receivedSlot, weekKey }) };
		}
		metrics.counted(verdict.kind, 'refused');
		for (const error of verdict.errors) metrics.refused(error);
		return { ok: false, errors: verdict.errors };
	};
	const judgeOf = (sender: Sender, moment: Moment, weekKey: Buffer): Judge => ({
		receivedSlot: moment.receivedSlot,
		judge: (body) => judgeBody(body, sender, moment, weekKey),
	});
	return {
		open: (sender) => {
			const moment = present();
			const week = weekOfSlot(moment.receivedSlot);
			const held = weekKeys.recall(week);
			if (held) return judgeOf(sender, moment, held);
			return weekKeys.read(week).then((weekKey) => {
				if (weekKey) return judgeOf(sender, moment, weekKey);
				throw new ProblemError('unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS });
			});
		},
	};
};
