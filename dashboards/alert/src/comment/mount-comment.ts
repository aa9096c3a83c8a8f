import { mount, unmount } from 'svelte';
import CommentField from './CommentField.svelte';

/** mountComment puts the field of an alert at a place; returns what takes it away. */
export const mountComment = (place: Element, event: string): (() => void) => {
	const field = mount(CommentField, { target: place, props: { event } });
	return () => void unmount(field);
};
