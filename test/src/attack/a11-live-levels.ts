import { bandOf } from '@vigie/publisher/signals/band';
import { LIVE_STRUCTURES, LIVE_STRUCTURES_OFF } from '@vigie/publisher/signals/judge';
import { guess, type Target } from './guess.js';
import type { Received } from './received.js';
import { type AttackResult, resultOf } from './result.js';

const BOUND = 0.05;
const SLOT_MS = 900_000;
const SLOTS_AN_HOUR = 4;
const SLOTS_A_DAY = 96;
const LEAST_REPORTS = 10;

/** LiveRule says from how many distinct structures a level is shown, and until when. */
export interface LiveRule {
	readonly on: number;
	readonly off: number;
}

/** liveRule is the publisher's. */
export const liveRule: LiveRule = { on: LIVE_STRUCTURES, off: LIVE_STRUCTURES_OFF };

interface Report {
	readonly slot: number;
	readonly structure: string;
}

/** reportsByPlatform gives who reported what when: by platform, in France and in each région; the finest of what is shown live. */
const reportsByPlatform = (received: Iterable<Received>): Map<string, Report[]> => {
	const reports = new Map<string, Report[]>();
	for (const { row, structure } of received) {
		if (row.platform === 'NON_PRECISE') continue;
		const slot = Date.parse(row.receivedSlot) / SLOT_MS;
		for (const scope of [row.platform, `${row.platform} ${row.territory}`]) {
			const known = reports.get(scope);
			if (known) known.push({ slot, structure });
			else reports.set(scope, [{ slot, structure }]);
		}
	}
	return reports;
};

const busiest = (reports: readonly Report[]): string => {
	const counts = new Map<string, number>();
	for (const { structure } of reports) counts.set(structure, (counts.get(structure) ?? 0) + 1);
	return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0])[0];
};

const withinHour = (bySlot: ReadonlyMap<number, ReadonlySet<string>>, slot: number): Set<string> => {
	const structures = new Set<string>();
	for (let back = 0; back < SLOTS_AN_HOUR; back += 1)
		for (const structure of bySlot.get(slot - back) ?? []) structures.add(structure);
	return structures;
};

/** watch follows one scope, hour after hour, padded with `owned` structures of the attacker's: what is shown, and whether the target reported. */
const watch = (
	scope: string,
	reports: readonly Report[],
	slots: readonly number[],
	rule: LiveRule,
	owned: number,
): Target[] => {
	const target = busiest(reports);
	const bySlot = new Map<number, Set<string>>();
	for (const { slot, structure } of reports) bySlot.set(slot, (bySlot.get(slot) ?? new Set()).add(structure));
	let isOn = false;
	return slots.map((slot) => {
		const structures = withinHour(bySlot, slot);
		const count = structures.size + owned;
		isOn = count >= (isOn ? rule.off : rule.on);
		const seen = isOn ? `on ${bandOf(count)}` : 'off';
		return {
			// The same report stands in several hours of a sliding window: a day is one secret.
			secret: `${scope} ${Math.floor(slot / SLOTS_A_DAY)}`,
			truth: structures.has(target) ? 1 : 0,
			priors: [scope],
			clues: [seen, String(isOn)],
			direct: [isOn ? 1 : 0],
		};
	});
};

/**
 * liveLevels has an attacker send from structures of its own until the level of a platform shows, or nearly, then guess from the level and
 * the band whether the busiest of the others reported within the hour. A level is taken to show as soon as it may.
 */
export const liveLevels = (
	received: Iterable<Received>,
	rule: LiveRule = liveRule,
	owned = 1,
): AttackResult => {
	const scopes = [...reportsByPlatform(received)].filter(([, reports]) => reports.length >= LEAST_REPORTS);
	const open = new Set(scopes.flatMap(([, reports]) => reports.map(({ slot }) => slot)));
	const slots = [...open].sort((left, right) => left - right);
	const at = (structures: number) =>
		guess(
			scopes.flatMap(([scope, reports]) => watch(scope, reports, slots, rule, structures)),
			'A11',
		);
	const one = at(owned);
	const all = at(rule.on - 1);
	return resultOf(one, BOUND, { ownedStructures: owned, gainOwningAllButOne: all.score - all.baseline });
};
