import { formats } from '@vigie/dashboard-ui/format';
import type { DropDone, ReplayDone } from '@vigie/schemas/dead-letters';
import { reasonTexts, letterTexts as t } from '../texts/letter-texts.js';

const isReason = (name: string): name is keyof typeof reasonTexts => Object.hasOwn(reasonTexts, name);

/** reasonName says why a letter is dead; a reason that this page does not know reads as itself. */
export const reasonName = (name: string): string => (isReason(name) ? reasonTexts[name] : name);

const total = (tally: readonly { readonly count: number }[]): string =>
	formats.count(tally.reduce((sum, { count }) => sum + count, 0));

/** replayWords says what a replay did, or would do. */
export const replayWords = ({ dryRun, unchanged, again, left }: ReplayDone): string =>
	(dryRun ? t.wouldReplay : t.didReplay)(formats.count(unchanged), formats.count(again), total(left));

/** dropWords says what was given up, or would be. */
export const dropWords = ({ dryRun, dropped }: DropDone): string =>
	(dryRun ? t.wouldDrop : t.didDrop)(total(dropped));
