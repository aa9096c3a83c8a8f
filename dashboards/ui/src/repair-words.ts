import type { RepairView } from '@vigie/schemas/reports/http';
import { bandText } from './band-words.js';
import { repairTexts as t } from './repair-texts.js';

const weeks = {
	'1': t.one,
	'2': t.two,
	'3-4': t.threeOrFour,
	'5-8': t.fiveToEight,
	'9+': t.nineOrMore,
} as const;

/** repairSentences say how long a verdict on a repair takes yet, and who answered "est-ce réparé ?": words and bands, never a number. */
export const repairSentences = ({
	verdict,
	weeksToDecide,
	mended,
	broken,
}: RepairView): readonly string[] => [
	...(verdict === 'in-observation' ? [weeksToDecide === null ? t.tooFew : weeks[weeksToDecide]] : []),
	...(mended === null ? [] : [t.mended(bandText(mended))]),
	...(broken === null ? [] : [t.broken(bandText(broken))]),
];
