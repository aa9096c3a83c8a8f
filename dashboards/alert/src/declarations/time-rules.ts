import { revisionLimit, weekOf } from '@vigie/schemas/calendar';
import type { Declaration } from './declaration.js';

/** UNDO_MS is how long the card offers to undo. */
export const UNDO_MS = 10_000;
/** REPEAT_MS is how long a platform asks "Encore ?" rather than alerting twice. */
export const REPEAT_MS = 10 * 60_000;
/** OBSERVED_LIMIT_MS is the age beyond which the intake refuses an event (35 days), less a day for wrong clocks. */
export const OBSERVED_LIMIT_MS = 34 * 24 * 3_600_000;
/** REMEMBER_MS is how long this device remembers a declaration: 90 days. */
export const REMEMBER_MS = 90 * 24 * 3_600_000;

/** undoLeftMs tells how much of the ten seconds is left, 0 when it is over. A clock set back does not lengthen it. */
export const undoLeftMs = (declaredAt: number, now: number): number =>
	Math.min(UNDO_MS, Math.max(0, declaredAt + UNDO_MS - now));

/** recentAlertOn finds this device's last standing alert on a platform within ten minutes. */
export const recentAlertOn = (
	declarations: readonly Declaration[],
	platform: string,
	now: number,
): Declaration | undefined =>
	declarations
		.filter(
			({ event }) => event.kind === 'dysfunction.alerted' && event.platform === platform && !event.retracted,
		)
		.filter(({ declaredAt }) => declaredAt <= now && now - declaredAt < REPEAT_MS)
		.sort((a, b) => b.declaredAt - a.declaredAt)[0];

/** canWithdraw tells whether a withdrawal would still count: what arrives after the limit of its week, the Tuesday after it, changes nothing. */
export const canWithdraw = (declaration: Declaration, now: number): boolean =>
	!declaration.event.retracted &&
	!(declaration.refused !== null && declaration.acknowledged < 0) &&
	now < revisionLimit(weekOf(new Date(declaration.declaredAt))).getTime();
