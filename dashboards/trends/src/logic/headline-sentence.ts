import { platformShort, stepName } from '@vigie/dashboard-ui/code-names';
import { formats } from '@vigie/dashboard-ui/format';
import type { pageTexts } from '../texts/page-texts.js';
import type { Headline } from './headline.js';

/** pairNames writes the pairs, those of one platform together: "caf.fr (connexion et formulaire) et ameli.fr (contact)". */
const pairNames = ({ top }: Headline, t: (typeof pageTexts)['fr']): string => {
	const platforms = [...new Set(top.map(({ platform }) => platform))];
	const stepsOf = (code: string) =>
		top.filter(({ platform }) => platform === code).map(({ step }) => stepName(step).toLowerCase());
	return formats.list(platforms.map((code) => t.pair(formats.list(stepsOf(code)), platformShort(code))));
};

/** headlineSentence writes the first sentence of the page; it says less when less is published. */
export const headlineSentence = (headline: Headline, day: string, t: (typeof pageTexts)['fr']): string => {
	const first = headline.total === null ? t.totalHidden : t.total(formats.count(headline.total), day);
	if (headline.top.length === 0) return first;
	const pairs = pairNames(headline, t);
	return `${first} ${headline.share === null ? t.pairs(pairs) : t.share(pairs, formats.percent(headline.share))}`;
};
