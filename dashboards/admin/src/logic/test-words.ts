import type { TestSending } from '@vigie/schemas/settings';
import { bodyTexts as t } from '../texts/body-texts.js';

/** testWords says what became of a test. */
export const testWords = ({ outcome, reason }: TestSending): string => {
	if (outcome === 'delivered') return t.delivered;
	return outcome === 'refused' ? t.refusedTest(reason ?? '') : t.failedTest(reason ?? '');
};
