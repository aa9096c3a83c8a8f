/** linkIn finds the enrolment link (`<linkId>.<secret>`) in an address's fragment; null when there is none. */
export const linkIn = (fragment: string): string | null => {
	const link = new URLSearchParams(fragment.replace(/^#/, '')).get('lien');
	return link !== null && link.length > 0 && link.length <= 200 ? link : null;
};
