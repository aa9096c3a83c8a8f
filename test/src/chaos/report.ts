import { percentile } from '@vigie/demonstration/live/ledger';
import type { History } from '../history/history.js';
import type { Inflicted } from './run-chaos.js';
import type { Settled } from './settle.js';

/** Result is a chaos run in numbers: the last line of its output. */
export interface Result {
	readonly acknowledged: number;
	readonly stored: number;
	readonly lost: number;
	readonly doubled: number;
	readonly dead: number;
	readonly refused: number;
	/** Stored, never acknowledged: allowed. */
	readonly unacknowledged: number;
	/** Events that a closing would count, and how many it should. */
	readonly counted: number;
	readonly toCount: number;
	readonly faults: number;
	readonly kills: number;
	readonly unrecovered: number;
	/** Of kills: until a new event is stored again and every process is ready. */
	readonly recoveryMsP50: number;
	readonly recoveryMsMax: number;
	readonly unavailableMsP50: number;
	readonly seed: string;
	readonly seconds: number;
}

const rounded = (values: readonly number[], share: number): number => Math.round(percentile(values, share));

/** resultOf puts a run into numbers. */
export const resultOf = (
	settled: Settled,
	history: History,
	inflicted: readonly Inflicted[],
	{ seed, seconds }: { seed: string; seconds: number },
): Result => {
	const kills = inflicted.filter((fault) => fault.kills).map(({ recoveryMs }) => recoveryMs);
	return {
		acknowledged: settled.acknowledged,
		stored: settled.stored,
		lost: settled.lost.length,
		doubled: settled.doubled.length + settled.strangers.length,
		dead: settled.dead.length,
		refused: [...history.revisions.values()].filter(({ told }) => told === 'refused').length,
		unacknowledged: settled.unacknowledged,
		counted: settled.counted,
		toCount: settled.toCount,
		faults: inflicted.length,
		kills: kills.length,
		unrecovered: inflicted.filter(({ failure }) => failure !== null).length,
		recoveryMsP50: rounded(kills, 0.5),
		recoveryMsMax: rounded(kills, 1),
		unavailableMsP50: rounded(
			inflicted.map(({ unavailableMs }) => unavailableMs),
			0.5,
		),
		seed,
		seconds,
	};
};

/** isFaultless tells whether a run kept every promise. */
export const isFaultless = (result: Result): boolean =>
	result.lost + result.doubled + result.dead + result.refused + result.unrecovered === 0 &&
	result.counted === result.toCount &&
	result.acknowledged > 0;

const seconds = (ms: number): string => (ms / 1000).toFixed(1);

const lineOf = (name: string, of: readonly Inflicted[], settled: Settled, history: History): string => {
	const [recovery, silence] = [
		of.map(({ recoveryMs }) => recoveryMs),
		of.map((fault) => fault.unavailableMs),
	];
	const during = (key: string): boolean =>
		(history.revisions.get(key)?.during ?? '').replace(/^\d+ /, '') === name;
	const cells = [
		name,
		String(of.length),
		`${seconds(percentile(recovery, 0.5))} (${seconds(Math.max(...recovery))})`,
		`${seconds(percentile(silence, 0.5))} (${seconds(Math.max(...silence))})`,
		String(settled.lost.filter(during).length),
		String(settled.doubled.filter(during).length),
	];
	return `| ${cells.join(' | ')} |`;
};

/** reportOf writes the one page: by fault, how many, recovery, time without an answer, what was lost and doubled. */
export const reportOf = (
	result: Result,
	inflicted: readonly Inflicted[],
	settled: Settled,
	history: History,
): string => {
	const names = [...new Set(inflicted.map(({ name }) => name))].sort();
	const failures = inflicted.flatMap(({ name, failure }) =>
		failure === null ? [] : [`- ${name}: ${failure}`],
	);
	return [
		`${result.acknowledged} revisions were acknowledged through ${result.faults} faults (${result.kills} of them kills) in ${result.seconds} s, seed \`${result.seed}\`.`,
		`Stored ${result.stored}, lost ${result.lost}, doubled ${result.doubled}, refused ${result.refused}, in the dead letters ${result.dead}; ${result.unacknowledged} stored without having been acknowledged, which is allowed.`,
		`A closing would count ${result.counted} events, and should count ${result.toCount}. Recovery after a kill: median ${seconds(result.recoveryMsP50)} s.`,
		'',
		'Recovery lasts from the end of the fault (a kill is over at once) until a new event is acknowledged and stored and every process is ready. Unavailable is the longest time without a 202 for somebody who sends ten times a second. Medians, in seconds, with the worst in brackets.',
		'',
		'| fault | times | recovery | unavailable | lost | doubled |',
		'|---|---|---|---|---|---|',
		...names.map((name) =>
			lineOf(
				name,
				inflicted.filter((fault) => fault.name === name),
				settled,
				history,
			),
		),
		...(failures.length > 0 ? ['', 'Not recovered in time:', ...failures] : []),
		'',
	].join('\n');
};
