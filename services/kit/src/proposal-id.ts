import { createHash } from 'node:crypto';

/** PROPOSAL_KEY is the name, in the key directory, of the key under which a structure is counted once for each platform that it proposes. */
export const PROPOSAL_KEY = 'proposals';

/** proposalId names the proposal of a host: 128 bits of a hash, in which the host cannot be read and by which whoever knows it finds what was decided. */
export const proposalId = (host: string): string =>
	`p-${createHash('sha256').update(`vigie/proposal/${host}`, 'utf8').digest('hex').slice(0, 32)}`;
