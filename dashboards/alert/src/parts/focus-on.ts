import { tick } from 'svelte';

/** focusOn moves the focus to what has just been drawn, where what held it is gone. */
export const focusOn = async (root: HTMLElement | undefined, selector: string): Promise<void> => {
	await tick();
	root?.querySelector<HTMLElement>(selector)?.focus();
};
