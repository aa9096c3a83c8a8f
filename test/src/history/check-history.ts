import type { History } from './history.js';
import type { StoredRevision } from './read-stored.js';

/** Verdict is a history held against the store, by `id/revision`. */
export interface Verdict {
	readonly acknowledged: number;
	/** Acknowledged revisions that the store holds. */
	readonly stored: number;
	/** Acknowledged, and neither stored nor set apart. */
	readonly lost: readonly string[];
	/** There more than once, after the engine has merged copies. */
	readonly doubled: readonly string[];
	/** Acknowledged, and set apart in the dead letters. */
	readonly dead: readonly string[];
	/** Stored, sent, but never acknowledged: allowed, for the sender would have sent them again. */
	readonly unacknowledged: number;
	/** Stored, though nobody sent them. */
	readonly strangers: readonly string[];
}

/**
 * checkHistory compares what senders were told with what is stored, and with what was set apart (`dead`, keys of the dead
 * letters). Every acknowledged revision must be in one of the two, and none twice.
 */
export const checkHistory = (
	{ revisions }: Pick<History, 'revisions'>,
	stored: readonly StoredRevision[],
	dead: ReadonlySet<string> = new Set(),
): Verdict => {
	const copies = new Map<string, number>();
	for (const { key, rows } of stored) copies.set(key, (copies.get(key) ?? 0) + rows);
	const acknowledged = [...revisions].filter(([, { told }]) => told === 'acknowledged').map(([key]) => key);
	const missing = acknowledged.filter((key) => !copies.has(key));
	return {
		acknowledged: acknowledged.length,
		stored: acknowledged.length - missing.length,
		lost: missing.filter((key) => !dead.has(key)),
		doubled: [...copies].filter(([, rows]) => rows > 1).map(([key]) => key),
		dead: missing.filter((key) => dead.has(key)),
		unacknowledged: [...copies.keys()].filter(
			(key) => revisions.has(key) && revisions.get(key)?.told !== 'acknowledged',
		).length,
		strangers: [...copies.keys()].filter((key) => !revisions.has(key)),
	};
};
