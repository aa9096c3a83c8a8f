import type { AttestedFacts } from '@vigie/schemas/attestation';
import { addWeeks, parisDateOf, weekBounds, weekOf } from '@vigie/schemas/calendar';
import type { SignalRow } from './read-signals.js';

const MINUTE_MS = 60_000;
const iso = (ms: number): string => new Date(ms).toISOString();

/** judgedWeek is the week that a run of closed weeks judged: the one before it. */
const judgedWeek = (asOf: string): string => addWeeks(weekOf(new Date(asOf)), -1);

/** A perturbation of closed weeks ended with the week before the one that was judged usual. */
const endOf = (row: SignalRow): number => {
	const from = Date.parse(row.onset);
	if (row.family === 'outage') return from + row.durationMinutes * MINUTE_MS;
	return Math.max(from, weekBounds(judgedWeek(row.asOf)).start.getTime());
};

const lastSeenOf = (row: SignalRow): number =>
	row.family === 'outage'
		? Date.parse(row.asOf)
		: Math.max(Date.parse(row.onset), weekBounds(judgedWeek(row.asOf)).end.getTime());

/** factsOf folds what was published of one signal, oldest version first, into what may be attested; null when it never came to a signal. */
export const factsOf = (versions: readonly SignalRow[]): AttestedFacts | null => {
	const last = versions.at(-1);
	const levels = versions.map(({ level }) => level);
	if (!last || !(levels.includes('signal') || levels.includes('strong'))) return null;
	const until = last.transition === 'closed' ? endOf(last) : null;
	return {
		platform: last.platform,
		step: last.step,
		failureKind: last.kind,
		territory: last.territory,
		family: last.family,
		level: levels.includes('strong') ? 'strong' : 'signal',
		from: iso(Date.parse(last.onset)),
		until: until === null ? null : iso(until),
		lastSeen: iso(until ?? lastSeenOf(last)),
		band: versions.findLast(({ band }) => band !== null)?.band ?? null,
	};
};

/** covers tells whether a perturbation was seen on a day in Paris. */
export const covers = ({ from, lastSeen }: AttestedFacts, day: string): boolean =>
	parisDateOf(new Date(from)) <= day && day <= parisDateOf(new Date(Date.parse(lastSeen) - 1));
