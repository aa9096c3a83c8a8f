import { type Declaration, standingOf } from './declaration.js';
import type { OutboxState } from './outbox.js';

/** News is what has just become of a declaration, to be read out. */
export interface News {
	readonly declaration: Declaration;
	readonly what: 'received' | 'kept' | 'refused';
}

const standings = ({ declarations, hold, delayed }: OutboxState) =>
	new Map(
		declarations.map((declaration) => [
			declaration.event.id,
			standingOf(declaration, hold !== null || delayed.has(declaration.event.id)),
		]),
	);

/** newsOf finds the latest declaration whose standing changed for one that people want to hear; null when none did. */
export const newsOf = (before: OutboxState, after: OutboxState): News | null => {
	const [then, now] = [standings(before), standings(after)];
	for (const declaration of [...after.declarations].reverse()) {
		const what = now.get(declaration.event.id);
		if (what === then.get(declaration.event.id)) continue;
		if (what === 'received' || what === 'kept' || what === 'refused') return { declaration, what };
	}
	return null;
};
