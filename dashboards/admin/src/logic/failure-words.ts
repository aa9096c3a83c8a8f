import type { Failure } from '@vigie/dashboard-ui/fetch-json';
import { language } from '@vigie/dashboard-ui/language';
import { problems } from '@vigie/schemas/problem';
import { sharedTexts as t } from '../texts/shared-texts.js';

const isProblem = (code: string): code is keyof typeof problems => Object.hasOwn(problems, code);

/** failureWords says why something was not done. Sentences of problems are in French; a reader of English gets the code. */
export const failureWords = ({ code, reason, status }: Failure): string => {
	if (code !== null && isProblem(code) && language === 'fr') return t.refused(problems[code].title);
	return reason === 'offline' ? t.offline : t.refused(code ?? String(status));
};
