import { randomUUID } from 'node:crypto';
import { hourOf } from '@vigie/schemas/calendar';
import { TAXONOMY_VERSION } from '@vigie/schemas/taxonomy';

/** Declaration is an event as a machine client sends it. */
export interface Declaration {
	readonly id: string;
	readonly revision: number;
	readonly retracted: boolean;
	readonly [field: string]: unknown;
}

/** declare makes a valid alert with an id of its own. */
export const declare = (change: Partial<Declaration> = {}): Declaration => ({
	id: randomUUID(),
	revision: 0,
	retracted: false,
	kind: 'dysfunction.alerted',
	version: '1-0-0',
	taxonomy: TAXONOMY_VERSION,
	observedAt: hourOf(new Date()),
	platform: 'CAF_MON_COMPTE',
	...change,
});

/** declareMany makes that many of them. */
export const declareMany = (count: number): Declaration[] => Array.from({ length: count }, () => declare());

/** keyOf names a revision, as histories and the store do. */
export const keyOf = ({ id, revision }: Pick<Declaration, 'id' | 'revision'>): string => `${id}/${revision}`;
