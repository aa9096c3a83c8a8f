import type { ReleaseTable } from '@vigie/schemas/http';
import { benefits } from '@vigie/schemas/taxonomy/lists/benefits';
import { nonTakeUpTypes } from '@vigie/schemas/taxonomy/lists/non-take-up-types';
import { type PublishedRateEntry, publishedRates } from '@vigie/schemas/taxonomy/lists/published-rates';
import { heaviest, matrixOf } from './matrix.js';
import { type Share, sharesOf } from './shares.js';

/** RightSignals is what is published of one right: its displayed signals and the part of each type among them. */
export interface RightSignals {
	readonly benefit: string;
	readonly count: number;
	/** Displayed types, in the order of the taxonomy. */
	readonly types: readonly Share[];
	readonly hiddenTypes: number;
}

const MOST_RIGHTS = 7;
const typeCodes: readonly string[] = nonTakeUpTypes.map(({ code }) => code);

/** nonTakeUpOf reads the types x benefits table: the rights most signalled, and the chosen one when something of it is displayed. */
export const nonTakeUpOf = (table: ReleaseTable, chosen: string | null): readonly RightSignals[] => {
	const matrix = matrixOf(table, 'benefit');
	const top = heaviest(
		benefits.map(({ code }) => code),
		matrix.rowWeight,
		MOST_RIGHTS,
	);
	const isMissing = chosen !== null && !top.includes(chosen) && matrix.rowWeight(chosen) > 0;
	return (isMissing ? [...top, chosen] : top).map((benefit) => {
		const cells = typeCodes.map((code) => ({ code, y: matrix.at(benefit, code).y }));
		const types = sharesOf(cells).toSorted((a, b) => typeCodes.indexOf(a.code) - typeCodes.indexOf(b.code));
		return {
			benefit,
			count: types.reduce((sum, { count }) => sum + count, 0),
			types,
			hiddenTypes: cells.length - types.length,
		};
	});
};

/** publishedRateOf finds the first rate that others published on a right: the taxonomy lists the general one first. */
export const publishedRateOf = (benefit: string): PublishedRateEntry | null =>
	publishedRates.find((rate) => rate.benefit === benefit) ?? null;
