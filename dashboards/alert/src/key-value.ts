/** KeyValue is the part of Web Storage this page uses. */
export type KeyValue = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** memoryStorage forgets with the page: the last resort where the browser lends no storage, and the seam of the tests. */
export const memoryStorage = (): KeyValue => {
	const held = new Map<string, string>();
	return {
		get length() {
			return held.size;
		},
		key: (index) => [...held.keys()][index] ?? null,
		getItem: (key) => held.get(key) ?? null,
		setItem: (key, value) => void held.set(key, value),
		removeItem: (key) => void held.delete(key),
	};
};

/** openStorage gives the browser's storage, or a memory (durable: false) where it is refused. */
export const openStorage = (
	local: () => KeyValue,
): { readonly storage: KeyValue; readonly durable: boolean } => {
	const probe = 'vigie.probe';
	try {
		const storage = local();
		storage.setItem(probe, '1');
		storage.removeItem(probe);
		return { storage, durable: true };
	} catch {
		return { storage: memoryStorage(), durable: false };
	}
};

/** keysUnder lists the keys that begin with a prefix. */
export const keysUnder = (storage: KeyValue, prefix: string): string[] =>
	Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) =>
		key.startsWith(prefix),
	);
