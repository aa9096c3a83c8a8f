import { isRecord, readJson } from '../answers.js';
import { platformOf } from '../choices/platform-names.js';
import { refusalTexts, proposalTexts as t } from './proposal-texts.js';

/** Decisions are what was decided, in words, by the id of a proposal. */
export type Decisions = ReadonlyMap<string, string>;

const wordsOf = (decision: unknown): string | null => {
	if (!isRecord(decision)) return null;
	const { outcome, taxonomy, platform, reason } = decision;
	if (outcome === 'accepted' && typeof taxonomy === 'string') return t.accepted(taxonomy);
	if (outcome === 'known' && typeof platform === 'string') {
		const { short, second } = platformOf(platform);
		return t.same(second === '' ? short : `${short}, ${second}`);
	}
	const reasons: Readonly<Record<string, string>> = refusalTexts;
	return outcome === 'refused' && typeof reason === 'string' ? t.refused(reasons[reason] ?? reason) : null;
};

/** decisionsIn reads the body of `GET /v1/proposals/decisions`. */
export const decisionsIn = (body: Record<string, unknown> | null): Decisions => {
	const list: readonly unknown[] = Array.isArray(body?.decisions) ? body.decisions : [];
	return new Map(
		list.flatMap((entry) => {
			if (!isRecord(entry) || typeof entry.id !== 'string') return [];
			const words = wordsOf(entry.decision);
			return words === null ? [] : [[entry.id, words] as const];
		}),
	);
};

/** readDecisions asks for all of them, and about none: which are this device's is found here. Null when nobody answers. */
export const readDecisions = async (fetching: typeof fetch): Promise<Decisions | null> => {
	try {
		const response = await fetching('/v1/proposals/decisions', { credentials: 'omit' });
		return response.ok ? decisionsIn(await readJson(response)) : null;
	} catch {
		return null;
	}
};
