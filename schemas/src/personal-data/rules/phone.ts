import { type Rule, spansOf } from '../rule.js';

// Any separators, three at most between two digits: `(0)6 - 12`, `06. 12`, `06,12`.
const french =
	/(?<![0-9])(?:(?:\+|00) {0,2}33[ .,/|_()-]{0,3}(?:\(?0\)?[ .,/|_-]{0,3})?|0[ .,/|_()-]{0,3})[1-9](?:[ .,:;/|_()*~'-]{0,3}[0-9]){8}(?![0-9])/g;
const foreign = /(?:\+|(?<![0-9])00) ?[1-9](?:[ ./|_()-]{0,2}[0-9]){7,13}(?![0-9])/g;
/** An inside line, of four to six digits: only its name tells, and La Poste is not one. */
const extension =
	/(?<![\p{L}])(?:bip|dect|fax|poste|portable|t[ée]l[ée]phone|t[ée]l)(?![\p{L}]) ?(?:int(?:erne)?\.? ?)?(?:n°|num[ée]ro|[:.])? ?(?!(?:3[0-9]|19|20)[0-9]{2}(?![0-9]))[0-9](?: ?[0-9]){3,5}(?! ?[0-9./-])/giu;

/** findPhones finds telephone numbers: French ones with any separators, foreign ones with their prefix, inside lines that are named. */
export const findPhones: Rule = ({ digits }) =>
	[french, foreign, extension].flatMap((pattern) => spansOf('telephone', digits, pattern));
