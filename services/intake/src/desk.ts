import { ProblemError } from '@vigie/kit/problem-plugin';
import type { AdmittedEvent } from '@vigie/schemas/admitted-event';
import { weekOfSlot } from '@vigie/schemas/calendar';
import type { Clock } from '@vigie/schemas/clock';
import type { FieldError } from '@vigie/schemas/problem';
import { admit } from './admission.js';
import type { TaxonomyReader } from './judge-codes.js';
import type { IntakeMetrics } from './metrics.js';
import { type Moment, momentReader } from './moment.js';
import type { Sender } from './sender.js';
import { validate } from './validate.js';
import type { WeekKeys } from './week-keys.js';

/** Judged is one body of a request: admitted, or refused with its reasons. */
export type Judged =
	| { readonly ok: true; readonly admitted: AdmittedEvent }
	| { readonly ok: false; readonly errors: readonly FieldError[] };

/** Desk judges bodies at the present moment. */
export interface Desk {
	/** open gives the judge of one request; rejects with `unavailable` when the week has no key. */
	open(sender: Sender): Promise<{ readonly receivedSlot: string; judge(body: unknown): Judged }>;
}

const RETRY_AFTER_SECONDS = 60;

const readKey = async (weekKeys: WeekKeys, week: string): Promise<Buffer> => {
	const weekKey = weekKeys.recall(week) ?? (await weekKeys.read(week));
	if (weekKey) return weekKey;
	throw new ProblemError('unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS });
};

/** createDesk puts validation and admission together, and counts what is refused. */
export const createDesk = (
	clock: Clock,
	weekKeys: WeekKeys,
	taxonomy: TaxonomyReader,
	metrics: IntakeMetrics,
): Desk => {
	const present = momentReader(clock);
	const judgeBody = (body: unknown, sender: Sender, moment: Moment, weekKey: Buffer): Judged => {
		const verdict = validate(body, moment, taxonomy);
		if (verdict.ok) {
			const { receivedSlot } = moment;
			return { ok: true, admitted: admit(verdict.event, sender, { receivedSlot, weekKey }) };
		}
		metrics.counted(verdict.kind, 'refused');
		for (const { code } of verdict.errors) metrics.refused(code);
		return { ok: false, errors: verdict.errors };
	};
	return {
		open: async (sender) => {
			const moment = present();
			const weekKey = await readKey(weekKeys, weekOfSlot(moment.receivedSlot));
			return {
				receivedSlot: moment.receivedSlot,
				judge: (body) => judgeBody(body, sender, moment, weekKey),
			};
		},
	};
};
