import { readJson } from '../answers.js';
import { shownAt } from '../parts/shown-at.js';

/** takesComments asks the front door whether this deployment takes comments; anything but a clear yes is a no. */
export const takesComments = async (fetching: typeof fetch): Promise<boolean> => {
	try {
		const response = await fetching('/v1/comments', { credentials: 'omit', redirect: 'error' });
		return response.ok && (await readJson(response))?.comments === 'on';
	} catch {
		return false;
	}
};

/**
 * commentField shows the field of an alert at a place, where comments are taken; returns what takes it away. The field and the detector
 * behind it weigh as much as the page: only then are they loaded.
 */
export const commentField = (fetching: typeof fetch, place: Element, event: string): (() => void) => {
	const show = async (): Promise<() => void> => {
		if (!(await takesComments(fetching))) return () => undefined;
		const { mountComment } = await import('./mount-comment.js');
		return mountComment(place, event);
	};
	// Without its field an alert is whole.
	return shownAt(show());
};
