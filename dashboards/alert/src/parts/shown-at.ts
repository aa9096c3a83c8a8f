/** shownAt lets something be shown once its code and its answers are there; returns what takes it away. Without them nothing is shown. */
export const shownAt = (made: Promise<() => void>): (() => void) => {
	let leave = (): void => undefined;
	let left = false;
	made
		.then((shown) => {
			leave = shown;
			if (left) leave();
		})
		.catch(() => undefined);
	return () => {
		left = true;
		leave();
	};
};
