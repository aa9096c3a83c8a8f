import { createHmac } from 'node:crypto';

/** PROPOSAL_KEY is the name, in the key directory, of the key under which a structure is counted once for each platform that it proposes. */
export const PROPOSAL_KEY = 'proposals';

/**
 * proposalId names the proposal of a host: 128 bits of an HMAC under the key of comments, which intake and the api hold. Names of hosts are few enough to be
 * tried one after the other: without a key, whoever reads what was decided would find which host each decision is about.
 */
export const proposalId = (key: Buffer, host: string): string =>
	`p-${createHmac('sha256', key).update(`vigie/proposal/${host}`, 'utf8').digest('hex').slice(0, 32)}`;
