/**
 * remember gives back one answer to all who ask within so many milliseconds: a page asks several things at once, and what is published no
 * oftener than each quarter of an hour is no older for it. A failure is not remembered: the next question is asked again.
 */
export const remember = <T>(forMs: number, ask: () => Promise<T>): (() => Promise<T>) => {
	let remembered: { readonly untilMs: number; readonly answer: Promise<T> } | null = null;
	return () => {
		if (remembered && performance.now() < remembered.untilMs) return remembered.answer;
		const answer = ask();
		remembered = { untilMs: performance.now() + forMs, answer };
		answer.catch(() => {
			remembered = null;
		});
		return answer;
	};
};
