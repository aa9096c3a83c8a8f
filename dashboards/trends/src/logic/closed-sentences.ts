import { formats } from '@vigie/dashboard-ui/format';
import type { Profile } from '@vigie/schemas/lattice';
import type { filterTexts } from '../texts/filter-texts.js';
import { type Choice, type Closed, closedFilters } from './closed-filters.js';
import type { Filters } from './filters.js';
import { planOf } from './plan.js';

type Texts = (typeof filterTexts)['fr'];

/** ClosedSentence says what cannot be chosen, and why, or what to choose instead. */
export interface ClosedSentence {
	readonly subject: string;
	readonly reason: string;
}

const insteadOf = (openedBy: Choice | null, profile: Profile, t: Texts): string => {
	if (openedBy === null) return profile === 'pilot' ? t.insteadLater : t.insteadLess;
	return openedBy === 'region' || openedBy === 'departement'
		? t.insteadFrance
		: t.insteadAll(t[openedBy].toLowerCase());
};

const namesOf = (closed: readonly Closed[], t: Texts): string =>
	formats.list(closed.map(({ choice }) => t[choice]));

/** closedSentences groups the closed filters by what would open them, one sentence each; and says when the evolution goes by month or quarter. */
export const closedSentences = (filters: Filters, profile: Profile, t: Texts): readonly ClosedSentence[] => {
	const all = closedFilters(filters, profile);
	const waysOut = [...new Set(all.map(({ openedBy }) => openedBy))];
	const closed = waysOut.map((way) => ({
		subject: t.closed(
			namesOf(
				all.filter(({ openedBy }) => openedBy === way),
				t,
			),
		),
		reason: t.tooFine(insteadOf(way, profile, t)),
	}));
	const level = planOf(filters, profile)?.level;
	if (level === 'month') return [{ subject: t.month, reason: t.passesToMonth }, ...closed];
	if (level === 'quarter') return [{ subject: t.quarter, reason: t.passesToQuarter }, ...closed];
	return closed;
};
