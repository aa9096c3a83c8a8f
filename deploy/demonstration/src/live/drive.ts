import { drawAlert, drawFailure, drawNonTakeUp, drawProcedure, drawReferral } from '../declarations.js';
import { familyWeights, platformWeights } from '../mix.js';
import { createPicker, type Random } from '../random.js';
import type { LiveDevice } from './devices.js';
import type { Ledger } from './ledger.js';

const pickFamily = createPicker(familyWeights);
const pickPlatform = createPicker(platformWeights);

const drawEvent = (random: Random, device: LiveDevice, atMs: number) => {
	const family = pickFamily(random);
	if (family === 'referral') return drawReferral(random, atMs, device.worker);
	if (family === 'nontakeup') return drawNonTakeUp(random, atMs);
	const failure = drawFailure(random, pickPlatform(random));
	return family === 'alert' ? drawAlert(random, atMs, failure, false) : drawProcedure(random, atMs, failure);
};

const post = async (publicUrl: string, device: LiveDevice, body: object, ledger: Ledger): Promise<number> => {
	ledger.sent += 1;
	const startedMs = performance.now();
	try {
		const response = await fetch(new URL('/v1/events', publicUrl), {
			method: 'POST',
			headers: { authorization: `Bearer ${device.token}`, 'content-type': 'application/json' },
			body: JSON.stringify(body),
			signal: AbortSignal.timeout(15_000),
		});
		await response.arrayBuffer();
		ledger.answerMs.push(performance.now() - startedMs);
		return response.status;
	} catch {
		return 0;
	}
};

/** DriveOptions: how many events a second, and for how long. */
export interface DriveOptions {
	readonly publicUrl: string;
	readonly devices: readonly LiveDevice[];
	readonly ratePerSecond: number;
	readonly durationSeconds: number;
	readonly random: Random;
	readonly ledger: Ledger;
	onSent(): void;
}

/**
 * drive sends a stream at a rate, as browsers would: 3 % are sent twice, as after a lost answer, 1 % are undone, and one in
 * two hundred carries a field that no contract knows, which must be refused.
 */
export const drive = async (options: DriveOptions): Promise<void> => {
	const { publicUrl, devices, ratePerSecond, durationSeconds, random, ledger } = options;
	const one = async (): Promise<void> => {
		const device = devices[Math.floor(random.uniform() * devices.length)];
		if (!device) throw new RangeError('no device to send from');
		const event = drawEvent(random, device, Date.now());
		const [twice, undone, wrong] = [
			random.uniform() < 0.03,
			random.uniform() < 0.01,
			random.uniform() < 0.005,
		];
		const send = async (body: typeof event): Promise<void> => {
			const status = await post(publicUrl, device, wrong ? { ...body, inconnu: 1 } : body, ledger);
			if (status === 202) ledger.acknowledged.add(`${body.id}/${body.revision}`);
			else if (status >= 400 && status < 500) ledger.refused += 1;
			else ledger.unknown += 1;
		};
		await send(event);
		if (twice) await send(event);
		if (undone) await send({ ...event, revision: 1, retracted: true });
		options.onSent();
	};
	const total = Math.round(ratePerSecond * durationSeconds);
	const startedMs = performance.now();
	const pending = new Set<Promise<void>>();
	for (let number = 0; number < total; number += 1) {
		const waitMs = startedMs + (number * 1000) / ratePerSecond - performance.now();
		if (waitMs > 1) await new Promise((resolve) => setTimeout(resolve, waitMs));
		const sending = one().finally(() => pending.delete(sending));
		pending.add(sending);
		// A sender that is told to wait must not pile up requests.
		if (pending.size >= 200) await Promise.race(pending);
	}
	await Promise.all(pending);
};
