import { parseObject } from './answers.js';
import type { KeyValue } from './key-value.js';

/** Device is this browser, as its enrolment made it. No name, no account. */
export interface Device {
	readonly token: string;
	readonly structure: string;
	readonly roleFamily: string;
	readonly departement: string;
}

const KEY = 'vigie.device';

/** deviceOf reads a device from an answer or from the storage; null when a field is missing. */
export const deviceOf = (value: Record<string, unknown> | null): Device | null => {
	const { token, structure, roleFamily, departement } = value ?? {};
	const complete =
		typeof token === 'string' &&
		typeof structure === 'string' &&
		typeof roleFamily === 'string' &&
		typeof departement === 'string';
	return complete ? { token, structure, roleFamily, departement } : null;
};

/** loadDevice reads the device of this browser; null before enrolment. */
export const loadDevice = (storage: KeyValue): Device | null => deviceOf(parseObject(storage.getItem(KEY)));

/** saveDevice keeps the device for the next visits. */
export const saveDevice = (storage: KeyValue, device: Device): void =>
	storage.setItem(KEY, JSON.stringify(device));
