import { retention } from '@vigie/schemas/retention';
import { isRecord, parseObject } from '../answers.js';
import type { KeyValue } from '../key-value.js';

/** OwnProposal is a platform that this device proposed; the server does not know that it was this one. */
export interface OwnProposal {
	readonly id: string;
	readonly host: string;
	readonly at: number;
}

const KEY = 'vigie.proposals';
const KEPT_MS = retention.proposalDays * 24 * 60 * 60_000;

/** ownProposals reads them, the latest first, without those that nobody keeps any more. */
export const ownProposals = (storage: KeyValue, now: number): readonly OwnProposal[] => {
	const list = parseObject(storage.getItem(KEY))?.list;
	return (Array.isArray(list) ? list : []).flatMap((entry) => {
		if (!isRecord(entry)) return [];
		const { id, host, at } = entry;
		if (typeof id !== 'string' || typeof host !== 'string' || typeof at !== 'number') return [];
		return now - at < KEPT_MS ? [{ id, host, at }] : [];
	});
};

/** rememberProposal puts one first; a full storage costs its follow-up only. */
export const rememberProposal = (storage: KeyValue, proposal: OwnProposal): void => {
	const others = ownProposals(storage, proposal.at).filter(({ id }) => id !== proposal.id);
	try {
		storage.setItem(KEY, JSON.stringify({ list: [proposal, ...others] }));
	} catch {
		// It was received all the same.
	}
};
