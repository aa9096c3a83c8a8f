import { monthOfWeek, weeksOfPeriod } from '@vigie/schemas/calendar';
import { truthOf } from './families.js';
import type { Scored, Tier } from './releases.js';

/** TimeFamily is a cell of a month or quarter and the same cell in the releases that add up to it, of which some show it and others do not. */
export interface TimeFamily {
	readonly whole: Scored;
	readonly node: string;
	readonly cell: number;
	/** What the whole shows less what its parts show; null when the whole does not show it. */
	readonly rest: number | null;
	/** True count of the parts that do not show it. */
	readonly left: number;
}

const partsOf = (releases: readonly Scored[], { release, level }: Scored): readonly Scored[] => {
	const weeks = weeksOfPeriod(release);
	const names = level === 'month' ? weeks : weeks.map(monthOfWeek);
	return releases.filter((part) => names.includes(part.release));
};

/** timeFamiliesOf lists the cells of months and quarters that a tier reads in some of their parts and not in others. */
export const timeFamiliesOf = (releases: readonly Scored[], tier: Tier): readonly TimeFamily[] =>
	releases
		.filter(({ level }) => level !== 'week')
		.flatMap((whole) => {
			const parts = partsOf(releases, whole);
			const cells = new Set(parts.flatMap(({ shown }) => [...shown[tier].keys()]));
			return [...cells].flatMap((cell): TimeFamily[] => {
				const node = whole.nodes.find(({ base, size }) => cell >= base && cell < base + size);
				const hidden = parts.filter(({ shown }) => !shown[tier].has(cell));
				if (!node || hidden.length === 0) return [];
				const y = whole.shown[tier].get(cell);
				const known = parts.reduce((sum, { shown }) => sum + (shown[tier].get(cell) ?? 0), 0);
				const left = hidden.reduce((sum, part) => sum + truthOf(part, cell), 0);
				return [{ whole, node: node.id, cell, rest: y === undefined ? null : y - known, left }];
			});
		});
