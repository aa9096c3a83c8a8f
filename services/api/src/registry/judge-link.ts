import { hashOf, isSecretOf } from '@vigie/kit/access/secrets';
import { ProblemError } from '@vigie/kit/problem-plugin';
import type { RegistryView } from '@vigie/kit/registry-view';
import type { RecordOf } from '@vigie/schemas/registry';

/** OpenedLink is what a good enrolment link leads to. */
export interface OpenedLink {
	readonly link: RecordOf<'link'>;
	readonly structure: RecordOf<'structure'>;
}

const text = /^([a-z0-9-]{1,64})\.([\w-]{43})$/;

/** linkIdOf reads the public half of a link; empty when it has none. */
export const linkIdOf = (given: string): string => text.exec(given)?.[1] ?? '';

/**
 * judgeLink opens a link `<id>.<secret>`, or throws the problem with it. The secret is judged first: who does not hold it
 * learns nothing of the link, not even that it exists.
 */
export const judgeLink = (registry: Pick<RegistryView, 'find'>, given: string, now: Date): OpenedLink => {
	const [, id, secret] = text.exec(given) ?? [];
	const link = id === undefined ? null : registry.find('link', id);
	// An unknown link costs the same comparison as a known one.
	const isKnown = isSecretOf(secret ?? '', link?.secretHash ?? hashOf('')) && secret !== undefined;
	if (!link || !isKnown) throw new ProblemError('link_unknown');
	const structure = registry.find('structure', link.structure);
	if (link.revoked || !structure?.active) throw new ProblemError('link_revoked');
	if (Date.parse(link.expiresAt) <= now.getTime()) throw new ProblemError('link_expired');
	return { link, structure };
};
