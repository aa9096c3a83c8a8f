import type { Letter } from './letter.js';

/** Choice says which letters an operator means; what is left out does not matter. */
export interface Choice {
	readonly origins: readonly string[];
	readonly reasons: readonly string[];
	readonly partition?: number | undefined;
	/** First seen at this instant or later. */
	readonly since?: Date | undefined;
	readonly kind?: string | undefined;
	readonly version?: string | undefined;
}

const among = (wanted: readonly string[], found: string): boolean =>
	wanted.length === 0 || wanted.includes(found);

/** isChosen tells whether a letter is meant. One that does not say when it was seen is not, once a time is asked for. */
export const isChosen = (
	{ origins, reasons, partition, since, kind, version }: Choice,
	letter: Letter,
): boolean => {
	const [itsKind, itsVersion] = letter.schema.split('/');
	return (
		among(origins, letter.origin) &&
		among(reasons, letter.reason) &&
		(partition === undefined || letter.partition === partition) &&
		(since === undefined || Date.parse(letter.firstSeenAt) >= since.getTime()) &&
		(kind === undefined || itsKind === kind) &&
		(version === undefined || itsVersion === version)
	);
};

/** isNarrow tells whether a choice leaves anything out. */
export const isNarrow = ({ origins, reasons, partition, since, kind, version }: Choice): boolean =>
	origins.length + reasons.length > 0 ||
	[partition, since, kind, version].some((condition) => condition !== undefined);
