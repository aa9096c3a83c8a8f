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

const write = (storage: KeyValue, list: readonly OwnProposal[]): void => {
	try {
		storage.setItem(KEY, JSON.stringify({ list }));
	} catch {
		// It was received all the same.
	}
};

/** rememberProposal puts one first; a full storage costs its follow-up only. */
export const rememberProposal = (storage: KeyValue, proposal: OwnProposal): void => {
	const others = ownProposals(storage, proposal.at).filter(({ id }) => id !== proposal.id);
	write(storage, [proposal, ...others]);
};

/** forgetProposal takes a site off the list: it is refused as somebody's name, and no decision of it will ever be published. */
export const forgetProposal = (storage: KeyValue, host: string, now: number): void => {
	const all = ownProposals(storage, now);
	const others = all.filter((one) => one.host !== host);
	if (others.length < all.length) write(storage, others);
};
