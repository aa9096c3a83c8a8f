import { passesGate, type Scope, type Witnesses } from './gate.js';
import type { RepairVerdict } from './repair.js';

/** VotesOfWeek is who answered "est-ce réparé ?" in a week: each device once, a body's own agents left out. */
export interface VotesOfWeek {
	/** Who saw it work. */
	readonly mended: Witnesses;
	/** Who saw it fail. */
	readonly broken: Witnesses;
}

/** FieldWord is what the answers of a repair say together; `silent`: too few, or too few different people. */
export type FieldWord = 'mended' | 'broken' | 'divided' | 'silent';

const wordOf = ({ mended, broken }: VotesOfWeek, scope: Scope): FieldWord => {
	const [saysMended, saysBroken] = [passesGate(mended, scope), passesGate(broken, scope)];
	if (!saysMended && !saysBroken) return 'silent';
	if (saysBroken && broken.structures >= mended.structures) return 'broken';
	return saysMended && mended.structures >= 2 * broken.structures ? 'mended' : 'divided';
};

/**
 * weighVotes gives what the field answered, by structures and never by answers, oldest week first: the last week in which enough different people
 * answered counts (tokens live for a week, so that weeks cannot be added up without counting a structure twice).
 */
export const weighVotes = (weeks: readonly VotesOfWeek[], scope: Scope): FieldWord =>
	weeks.map((week) => wordOf(week, scope)).findLast((word) => word !== 'silent') ?? 'silent';

/**
 * settleRepair joins the counts and the answers into one verdict. Counts that have risen again prevail. Nothing is confirmed against the field; what it
 * sees fail and reports again is a regression, unless the counts are those of a healthy platform; and it settles what counts alone can never tell.
 */
export const settleRepair = (counted: RepairVerdict, word: FieldWord): RepairVerdict['verdict'] => {
	const { verdict, reportedAgain, weeksToDecide } = counted;
	if (verdict === 'regressed') return 'regressed';
	if (verdict === 'recovered')
		return word === 'broken' || word === 'divided' ? 'in-observation' : 'recovered';
	if (word === 'broken' && reportedAgain) return 'regressed';
	return word === 'mended' && weeksToDecide === null ? 'recovered' : 'in-observation';
};
