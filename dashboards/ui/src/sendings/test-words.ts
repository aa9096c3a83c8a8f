import type { TestSending } from '@vigie/schemas/settings';
import { reasonWords } from './reason-words.js';
import { sendingTexts as t } from './sending-texts.js';

/** testWords says what became of a test. */
export const testWords = ({ outcome, reason }: TestSending): string => {
	if (outcome === 'delivered') return t.delivered;
	const why = reasonWords(reason ?? '');
	return outcome === 'refused' ? t.refusedTest(why) : t.failedTest(why);
};
