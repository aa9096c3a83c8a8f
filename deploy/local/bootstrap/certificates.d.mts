import type { Progress } from './steps.mjs';

/** parties are all that show or judge a certificate in docker-compose.tls.yml, by the name under which they are asked. */
export const parties: readonly string[];
/**
 * makeCertificates makes an authority in a folder (or uses the one that is there) and gives each party a certificate of it, for its name and,
 * unless `alsoAt` says otherwise, for this machine.
 */
export const makeCertificates: (
	folder: string,
	names: readonly string[],
	progress: Progress,
	alsoAt?: readonly string[],
) => Promise<void>;
