import { isRecord, parseObject } from '../answers.js';
import { type KeyValue, keysUnder } from '../key-value.js';
import type { Declaration } from './declaration.js';

const PREFIX = 'vigie.declaration.';

/** DeclarationStore keeps each declaration under a key of its own, so that two open windows do not erase each other's. */
export interface DeclarationStore {
	readonly load: () => Declaration[];
	readonly save: (declaration: Declaration) => void;
	readonly remove: (id: string) => void;
}

const isEnvelope = (event: unknown): boolean =>
	isRecord(event) &&
	typeof event.id === 'string' &&
	typeof event.kind === 'string' &&
	typeof event.revision === 'number' &&
	typeof event.retracted === 'boolean';

const isDeclaration = (value: Record<string, unknown>): boolean =>
	isEnvelope(value.event) &&
	typeof value.declaredAt === 'number' &&
	typeof value.attempted === 'boolean' &&
	typeof value.acknowledged === 'number' &&
	(value.acknowledgedAt === null || typeof value.acknowledgedAt === 'number') &&
	(value.refused === null || typeof value.refused === 'string');

const read = (text: string | null): Declaration | null => {
	const value = parseObject(text);
	// Written by this very page; the guard turns away what an older version or a hand left there.
	return value !== null && isDeclaration(value) ? (value as unknown as Declaration) : null;
};

/** declarationStore keeps declarations in a key-value storage. A full storage throws from `save`. */
export const declarationStore = (storage: KeyValue): DeclarationStore => ({
	load: () =>
		keysUnder(storage, PREFIX)
			.map((key) => read(storage.getItem(key)))
			.filter((declaration) => declaration !== null),
	save: (declaration) => storage.setItem(PREFIX + declaration.event.id, JSON.stringify(declaration)),
	remove: (id) => storage.removeItem(PREFIX + id),
});
