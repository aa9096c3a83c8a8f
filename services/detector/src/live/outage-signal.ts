import { createHash } from 'node:crypto';
import { FRANCE, type PrivateSignal, SIGNAL_VERSION, type SignalLevel } from '@vigie/schemas/signal';
import {
	decisiveKind,
	NO_OUTAGE,
	nextStatus,
	type OutageLevel,
	type OutageStatus,
} from '../statistics/outage/status.js';
import type { Detected } from '../store/signal-store.js';
import type { KindLook } from './look-at-kinds.js';
import type { Look } from './look-at-series.js';
import { scopeOf, territoryCode } from './places.js';

/** OUTAGE_MODEL is raised when the same inputs would give another status. */
const OUTAGE_MODEL = { name: 'outage-tail-and-e-cusum', version: '3' } as const;

const levels = {
	none: 'usual',
	possible: 'watch',
	likely: 'signal',
	confirmed: 'strong',
} as const satisfies Record<OutageLevel, SignalLevel>;

const statusOf = (before: PrivateSignal | null): OutageStatus => {
	if (before === null || before.transition === 'closed') return NO_OUTAGE;
	switch (before.level) {
		case 'usual':
			return NO_OUTAGE;
		case 'watch':
			return { level: 'possible', since: before.onset };
		case 'signal':
			return { level: 'likely', since: before.onset };
		case 'strong':
			return { level: 'confirmed', since: before.onset };
	}
};

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** signalId names a signal of a series; a run that is done again gives it the same name. `after` is the signal before, when it began at the same time. */
export const signalId = (series: string, onset: string, after = ''): string => {
	const hex = digestOf(`${series}/${onset}${after}`);
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`8${hex.slice(13, 16)}`,
		`8${hex.slice(17, 20)}`,
		hex.slice(20, 32),
	].join('-');
};

const sentenceOf = (
	level: SignalLevel,
	platform: string,
	territory: string,
): PrivateSignal['ladder'][number]['sentence'] => ({
	key: `outage.${territory === FRANCE ? 'country' : 'region'}.${level}`,
	parameters: territory === FRANCE ? { platform } : { platform, territory: territoryCode(territory) },
});

/** seriesName names the series of an outage in the detector's memory. */
export const seriesName = (territory: string, platform: string): string =>
	`outage/${territoryCode(territory)}/${platform}`;

export interface OutageCase {
	readonly slot: string;
	/** FR, or a région by its INSEE code. */
	readonly territory: string;
	readonly platform: string;
	readonly look: Look;
	/** Its kinds of failure, where they are watched: they stay private. */
	readonly kinds: readonly KindLook[];
	/** The last version of the series' last signal. */
	readonly before: PrivateSignal | null;
}

/** outageSignal gives what a run says of a series, or null when that is what was said already. */
export const outageSignal = ({
	slot,
	territory,
	platform,
	look,
	kinds,
	before,
}: OutageCase): Detected | null => {
	const standing = before?.transition === 'closed' ? null : before;
	const scope = scopeOf(territoryCode(territory));
	const whole = { ...look, rarity: 1 };
	const status = nextStatus(statusOf(standing), whole, kinds, {
		slot,
		scope,
		// Nobody can say so yet: neither the body that owns the platform nor a probe.
		isConfirmed: false,
	});
	const level = levels[status.level];
	if (standing === null && level === 'usual') return null;
	// Who stands behind a level that rests on one kind are those who say that kind, or a busy platform would lend it everybody's weight.
	const kind = decisiveKind(whole, kinds, scope);
	const { structures } = (kind ?? look).witnesses;
	if (standing?.level === level && standing.ladder[0]?.structures === structures) return null;

	const series = seriesName(territory, platform);
	const onset = standing?.onset ?? status.since ?? slot;
	const inputs = JSON.stringify({ slot, series, ...look, kind });
	const signal: PrivateSignal = {
		contract: SIGNAL_VERSION,
		id: standing?.id ?? signalId(series, onset),
		version: (standing?.version ?? 0) + 1,
		transition: level === 'usual' ? 'closed' : standing === null ? 'opened' : 'changed',
		family: 'outage',
		level,
		verdict: null,
		onset,
		asOf: slot,
		week: null,
		ladder: [
			{
				coordinates: { platform, step: null, kind: null, territory: territoryCode(territory) },
				structures,
				sentence: sentenceOf(level, platform, territory),
			},
		],
		model: OUTAGE_MODEL,
		inputsHash: digestOf(inputs),
	};
	return { series, signal, inputs };
};
