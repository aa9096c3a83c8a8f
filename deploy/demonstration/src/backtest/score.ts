import { FRANCE } from '@vigie/schemas/signal';
import { codesOf, regionOf } from '@vigie/schemas/taxonomy';
import { isAbsent } from '../absences.js';
import type { Incident } from '../incidents.js';
import type { Episode } from './judge-world.js';

const regions = new Map<string, string>(codesOf('departements').map((code) => [code, `R${regionOf(code)}`]));

/** A signal of a week may come some weeks after the end of what it tells. */
const LATE_WEEKS = 3;

const touchesPlace = ({ departements }: Incident, territory: string): boolean =>
	territory === FRANCE ||
	departements === null ||
	departements.some((code) => regions.get(code) === territory);

/** tells says whether a signal is about an incident: its platform, kind, step and place, in its time. */
export const tells = ({ coordinates, at }: Episode, incident: Incident): boolean => {
	const { platform, kind, step, territory } = coordinates;
	return (
		(incident.platform === '*' || incident.platform === platform) &&
		at >= incident.from &&
		at < incident.to + LATE_WEEKS &&
		touchesPlace(incident, territory) &&
		(kind === null || incident.kinds.length === 0 || incident.kinds.includes(kind)) &&
		(step === null || incident.step === null || incident.step === step)
	);
};

/** tellsOfAbsence says whether an episode is that of a département which really fell silent. */
const tellsOfAbsence = ({ family, coordinates, at }: Episode): boolean =>
	family === 'silence' && isAbsent(coordinates.territory, at);

/** Found is a line of the truth table beside what detection made of it. */
export interface Found {
	readonly incident: string;
	readonly sentence: string;
	/** Weeks from its first one to the first signal, that one included; null when it was not found. */
	readonly weeks: number | null;
	readonly signals: number;
	/** The first signal's series. */
	readonly series: Episode['coordinates'] | null;
}

/** Score is a world's weekly detection held against its truth. */
export interface Score {
	readonly incidents: readonly Found[];
	readonly signals: number;
	/** Signals that tell of an incident of the truth table, among all. */
	readonly ppv: number | null;
	/** Signals that tell of none. */
	readonly unfounded: readonly Episode[];
	/** Of these, those that tell of a false friend: none should. */
	readonly falseFriends: readonly Episode[];
}

const foundOf = (incident: Incident, episodes: readonly Episode[]): Found => {
	const telling = episodes.filter((episode) => tells(episode, incident));
	const first = telling.reduce<Episode | null>(
		(earliest, one) => (earliest === null || one.at < earliest.at ? one : earliest),
		null,
	);
	return {
		incident: incident.id,
		sentence: incident.sentence,
		weeks: first === null ? null : first.at - incident.from + 1,
		signals: telling.length,
		series: first?.coordinates ?? null,
	};
};

/** A false friend is one as it begins; months later, a signal on any platform of its région is another matter. */
const FRIEND_WEEKS = 8;

/** scoreOf holds what was told against the truth table. A world's seasons are no incident: what tells of them counts as unfounded. */
export const scoreOf = (incidents: readonly Incident[], episodes: readonly Episode[]): Score => {
	const truths = incidents.filter(({ isSignal }) => isSignal);
	const friends = incidents
		.filter(({ isSignal }) => !isSignal)
		.map((friend) => ({ ...friend, to: Math.min(friend.to, friend.from + FRIEND_WEEKS) }));
	const isFounded = (episode: Episode): boolean =>
		tellsOfAbsence(episode) || truths.some((truth) => tells(episode, truth));
	const unfounded = episodes.filter((episode) => !isFounded(episode));
	return {
		incidents: truths.map((truth) => foundOf(truth, episodes)),
		signals: episodes.length,
		ppv: episodes.length === 0 ? null : 1 - unfounded.length / episodes.length,
		unfounded,
		falseFriends: unfounded.filter((episode) => friends.some((friend) => tells(episode, friend))),
	};
};
