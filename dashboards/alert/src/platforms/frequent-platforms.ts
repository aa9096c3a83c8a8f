/** TILE_COUNT is how many tiles the first screen holds. */
export const TILE_COUNT = 6;

/** countryPlatforms are the most alerted platforms of the country: what a device shows before it has habits. */
export const countryPlatforms = [
	'CAF_MON_COMPTE',
	'AMELI',
	'FRANCE_TRAVAIL',
	'ANTS',
	'IMPOTS',
	'FRANCECONNECT',
] as const;

/** Habit is how often a device alerts on a platform: a count that halves every 30 days. */
export interface Habit {
	readonly score: number;
	/** When the score was last brought up to date, in milliseconds. */
	readonly at: number;
}
export type Habits = Readonly<Record<string, Habit>>;

const HALF_LIFE_MS = 30 * 24 * 3_600_000;

const scoreAt = ({ score, at }: Habit, now: number): number =>
	score * 0.5 ** (Math.max(0, now - at) / HALF_LIFE_MS);

/** withUse counts one more alert on a platform. */
export const withUse = (habits: Habits, platform: string, now: number): Habits => {
	const before = habits[platform];
	return { ...habits, [platform]: { score: (before ? scoreAt(before, now) : 0) + 1, at: now } };
};

/** frequentPlatforms gives the six platforms to show: the device's habits, most frequent first, then the country's. */
export const frequentPlatforms = (habits: Habits, now: number): readonly string[] => {
	const own = Object.entries(habits)
		.map(([platform, habit]) => ({ platform, score: scoreAt(habit, now) }))
		.sort((a, b) => b.score - a.score || a.platform.localeCompare(b.platform))
		.map(({ platform }) => platform);
	return [...new Set([...own, ...countryPlatforms])].slice(0, TILE_COUNT);
};

/**
 * settledTiles orders the wanted platforms so that those already on screen last time keep their place: a hand remembers
 * where its tile is.
 */
export const settledTiles = (last: readonly string[], wanted: readonly string[]): readonly string[] => {
	const places = wanted.map((_, place) => last[place]);
	const stays = (platform: string | undefined, place: number): platform is string =>
		platform !== undefined && wanted.includes(platform) && places.indexOf(platform) === place;
	const arriving = wanted.filter(
		(platform) => !places.some((kept, at) => kept === platform && stays(kept, at)),
	);
	return places.flatMap((platform, place) => (stays(platform, place) ? platform : arriving.splice(0, 1)));
};
