import type { Attachment } from 'svelte/attachments';

const ignoreSecond = (event: MouseEvent): void => {
	if (event.detail < 2) return;
	event.preventDefault();
	event.stopPropagation();
};

/** ignoreDoubleTap stops the second click of a double one: aimed at a tile, it would fall on the card that took its place. */
export const ignoreDoubleTap: Attachment<HTMLElement> = (node) => {
	node.addEventListener('click', ignoreSecond, true);
	return () => node.removeEventListener('click', ignoreSecond, true);
};
