import { inject } from 'vitest';

declare module 'vitest' {
	export interface ProvidedContext {
		engineDesk: string;
	}
}

/** askDesk asks the desk of this run for what it lends, by its path; throws with what the desk says when it could not be made. */
export const askDesk = async (path: string): Promise<string> => {
	const answer = await fetch(`${inject('engineDesk')}${path}`);
	const text = await answer.text();
	if (!answer.ok) throw new Error(text);
	return text;
};
