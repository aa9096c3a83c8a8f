import { texts } from '../texts/arrival-texts.js';

/** charterVersion is the version of the sentences below; the compiler holds it to the contract's, without loading the contract. */
export const charterVersion: typeof import('@vigie/schemas/http').CHARTER_VERSION = '2026-1';

/** charter holds its six sentences. */
export const charter = [
	texts.charter1,
	texts.charter2,
	texts.charter3,
	texts.charter4,
	texts.charter5,
	texts.charter6,
] as const;
