import { LRUCache } from 'lru-cache';

/** BodyCache keeps answers that were costly to make, by what they answer; two that ask at once wait for one. */
export type BodyCache = (key: string, make: () => Promise<Buffer>) => Promise<Buffer>;

const BYTES_KEPT = 64_000_000;

/** createBodyCache keeps the bodies used last, up to 64 MB. What is kept never changes: a key holds the hashes of its releases. */
export const createBodyCache = (): BodyCache => {
	const kept = new LRUCache<string, Buffer>({
		maxSize: BYTES_KEPT,
		sizeCalculation: (body) => Math.max(1, body.length),
	});
	const making = new Map<string, Promise<Buffer>>();
	return async (key, make) => {
		const known = kept.get(key);
		if (known !== undefined) return known;
		const underWay = making.get(key);
		if (underWay) return underWay;
		const started = make().finally(() => making.delete(key));
		making.set(key, started);
		const body = await started;
		kept.set(key, body);
		return body;
	};
};
