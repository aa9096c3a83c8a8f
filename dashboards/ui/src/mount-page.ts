import { type Component, mount } from 'svelte';
import { language } from './language.js';

/**
 * mountPage puts the live page in the place of the one written at build, in one go, so that nothing blinks. The class `js`
 * shows what only makes sense with script.
 */
export const mountPage = (page: Component): void => {
	const target = document.getElementById('app');
	if (!target) throw new Error('the page has no #app');
	document.documentElement.lang = language;
	document.documentElement.classList.add('js');
	target.replaceChildren();
	mount(page, { target });
};
