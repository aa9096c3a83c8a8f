type Chunk = typeof import('./mount-became.js');

/** What became of declarations is read after they are shown: its code is no part of the first page. */
export const becameChunk = (): Promise<Chunk> => import('./mount-became.js');

/** shownAt shows something of it at a place; returns what takes it away. Without an answer nothing is shown. */
export const shownAt = (show: (chunk: Chunk) => Promise<() => void>): (() => void) => {
	let leave = (): void => undefined;
	let left = false;
	becameChunk()
		.then(show)
		.then((made) => {
			leave = made;
			if (left) leave();
		})
		.catch(() => undefined);
	return () => {
		left = true;
		leave();
	};
};
