import type { RegistryView } from '@vigie/kit/registry-view';
import { addWeeks, releaseInstant, weekOf } from '@vigie/schemas/calendar';
import type { Manifest, WorldState } from '@vigie/schemas/http';

/** nextPublicationOf gives the moment at which the next week is due: the first to come whose week is not released yet. */
export const nextPublicationOf = (now: Date, released: ReadonlySet<string>): Date => {
	let week = addWeeks(weekOf(now), -1);
	while (released.has(week) || releaseInstant(week) <= now) week = addWeeks(week, 1);
	return releaseInstant(week);
};

const loadingOf = (
	registry: Pick<RegistryView, 'find'>,
	released: ReadonlySet<string>,
): WorldState['loading'] => {
	const history = registry.find('history', 'history');
	if (!history) return null;
	const isPartOfIt = (week: string): boolean => history.firstWeek <= week && week <= history.lastWeek;
	const done = [...released].filter(isPartOfIt).length;
	return done < history.weeks ? { done, total: history.weeks } : null;
};

/** worldStateOf tells every page where it stands: which world, which week, what is published and when the next one is. */
export const worldStateOf = (
	world: 'demo' | 'real',
	now: Date,
	manifests: readonly Manifest[],
	registry: Pick<RegistryView, 'find'>,
): WorldState => {
	const weeks = manifests.filter(({ level }) => level === 'week').map(({ release }) => release);
	const released = new Set(weeks);
	return {
		world,
		now: now.toISOString(),
		week: weekOf(now),
		lastRelease: weeks.at(-1) ?? null,
		nextPublication: nextPublicationOf(now, released).toISOString(),
		loading: loadingOf(registry, released),
	};
};
