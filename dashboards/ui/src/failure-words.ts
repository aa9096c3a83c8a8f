import { problems } from '@vigie/schemas/problem';
import { doingTexts as t } from './doing-texts.js';
import type { Failure } from './fetch-json.js';
import { language } from './language.js';

const isProblem = (code: string): code is keyof typeof problems => Object.hasOwn(problems, code);

/** failureWords says why something was not done. Sentences of problems are in French; a reader of English gets the code. */
export const failureWords = ({ code, reason, status }: Failure): string => {
	if (code !== null && isProblem(code) && language === 'fr') return t.refused(problems[code].title);
	return reason === 'offline' ? t.offline : t.refused(code ?? String(status));
};
