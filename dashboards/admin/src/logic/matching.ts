import { slugOf } from './slug.js';

interface Named {
	readonly id: string;
	readonly label: string;
}

/** matching keeps the things whose name or identifier holds every word, whatever the accents and capitals. */
export const matching = <Thing extends Named>(things: readonly Thing[], words: string): readonly Thing[] => {
	const wanted = words.split(/\s+/).map(slugOf).filter(Boolean);
	return things.filter(({ id, label }) => {
		const text = `${id} ${slugOf(label)}`;
		return wanted.every((word) => text.includes(word));
	});
};
