import { FRANCE } from '@vigie/schemas/signal';
import { scopeOf } from '../live/places.js';
import { shiftOf } from '../statistics/drift.js';
import { passesGate } from '../statistics/gate.js';
import { type Level, levelOfBurst, levelOfDrift } from '../statistics/levels.js';
import { quantile } from '../statistics/quantile.js';
import type { WeekLook } from './look-at-week.js';
import type { Adjusted } from './run-families.js';

const ORDER: readonly Level[] = ['usual', 'watch', 'signal', 'strong'];

/** higher gives the higher of two levels. */
export const higher = (one: Level, other: Level): Level =>
	ORDER.indexOf(one) >= ORDER.indexOf(other) ? one : other;

/** A standing burst goes on while its week stays above the usual range. */
const isStillHigh = ({ week }: WeekLook): boolean => week.y > week.high;

/** burstLevel gives the level of a week (or of four together), once the gate is passed: a flood from one structure never is. */
export const burstLevel = (look: WeekLook, { week, fourWeeks }: Adjusted, stands: boolean): Level => {
	const { id, coordinates } = look.followed;
	const { reporters, organisations } = look.witnesses;
	if (look.isOneVoice || !passesGate(look.witnesses, scopeOf(coordinates.territory))) return 'usual';
	const ofWeek = levelOfBurst({
		q: week.get(id) ?? 1,
		p: look.week.p,
		y: look.week.y,
		reporters,
		organisations,
	});
	const four = look.fourWeeks;
	// Four weeks that are too many only because of the first of them say nothing of now.
	const ofFour =
		four === null || !isStillHigh(look)
			? 'usual'
			: levelOfBurst({ q: fourWeeks.get(id) ?? 1, p: four.p, y: four.y, reporters, organisations });
	const now = higher(ofWeek, ofFour);
	return now === 'usual' && stands && isStillHigh(look) ? 'watch' : now;
};

const CALM = 0.8;

/** isCalm tells whether the last four weeks together are within what they usually bring. */
export const isCalm = ({ fourWeeks }: WeekLook): boolean =>
	fourWeeks !== null && fourWeeks.y <= quantile(CALM, { mu: fourWeeks.mu, phi: fourWeeks.spread });

/** One week far above is a burst: what lasts has begun before, and goes on. */
const isLasting = ({ drift, fed }: WeekLook): boolean =>
	fed.y > fed.mu && (shiftOf(drift)?.onset ?? fed.ordinal) < fed.ordinal;

/** driftLevel gives the level of the evidence for a lasting rise; one that stands lasts until four weeks are calm. */
export const driftLevel = (look: WeekLook, stands: boolean): Level => {
	const { coordinates, level } = look.followed;
	if (stands && isCalm(look)) return 'usual';
	const reached = levelOfDrift(
		look.esr,
		coordinates.territory === FRANCE && level === 0 ? 'national' : 'territory',
	);
	const isTold =
		(stands || isLasting(look)) &&
		reached !== 'usual' &&
		!look.isOneVoice &&
		look.week.ratio !== null &&
		passesGate(look.witnessesOfFour, scopeOf(coordinates.territory));
	if (isTold) return reached;
	return stands ? 'watch' : 'usual';
};
