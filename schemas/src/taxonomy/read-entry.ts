/** Versioned is what the reader needs to know of an entry; versions are opaque names ordered by a list. */
interface Versioned {
	readonly code: string;
	readonly since: string;
	readonly retired?: string;
}

/** CodeReading is the outcome of reading a code: the entry, or the one reason why it is refused. */
export type CodeReading<E> =
	| { readonly ok: true; readonly entry: E }
	| { readonly ok: false; readonly error: 'unknown_code' | 'retired_code' | 'unknown_taxonomy_version' };

/**
 * readEntry finds the entry of a code as the given version knows it. `versions` is the published order, oldest first.
 * A code brought by a later version is unknown; a code retired at or before the version is refused as retired.
 */
export function readEntry<E extends Versioned>(
	entries: readonly E[],
	code: string,
	version: string,
	versions: readonly string[],
): CodeReading<E> {
	const at = versions.indexOf(version);
	if (at === -1) return { ok: false, error: 'unknown_taxonomy_version' };
	const entry = entries.find((candidate) => candidate.code === code);
	if (!entry || versions.indexOf(entry.since) > at) return { ok: false, error: 'unknown_code' };
	if (entry.retired !== undefined && versions.indexOf(entry.retired) <= at) {
		return { ok: false, error: 'retired_code' };
	}
	return { ok: true, entry };
}
