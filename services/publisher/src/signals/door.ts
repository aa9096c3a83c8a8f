import { setTimeout as pause } from 'node:timers/promises';
import { PrivateSignal, type PublishedSignal } from '@vigie/schemas/signal';
import type { ReadDisplayed } from './displayed.js';
import { type Door, type IsDisplayed, judge } from './judge.js';
import { checkLadder, SignalRefused } from './ladder.js';
import type { SignalStates } from './signal-states.js';

export interface DoorParts extends Door {
	readonly states: SignalStates;
	readonly readDisplayed: ReadDisplayed;
	/** How long the release of a signal's week is waited for: its series are written a moment before. */
	readonly patienceMs: number;
	/** Aborts when the service stops. */
	readonly signal: AbortSignal;
}

/** Passage tells what became of a message: what to send on, if anything, or why the message was refused. */
export type Passage =
	| { readonly outcome: 'published'; readonly signal: PublishedSignal }
	| { readonly outcome: 'withheld' }
	| { readonly outcome: 'refused'; readonly reason: string };

const POLL_MS = 250;

const parse = (value: Buffer): PrivateSignal => {
	let json: unknown;
	try {
		json = JSON.parse(value.toString('utf8'));
	} catch {
		throw new SignalRefused('not JSON');
	}
	const signal = PrivateSignal.safeParse(json);
	if (!signal.success) {
		// Path and code, never the value.
		const [issue] = signal.error.issues;
		throw new SignalRefused(`${issue?.path.join('.') ?? ''} ${issue?.code ?? ''}`);
	}
	checkLadder(signal.data);
	return signal.data;
};

const nothingDisplayed: IsDisplayed = () => false;

const waitForRelease = async (parts: DoorParts, signal: PrivateSignal): Promise<IsDisplayed> => {
	const until = performance.now() + parts.patienceMs;
	for (;;) {
		const displayed = await parts.readDisplayed(signal);
		if (displayed) return displayed;
		if (performance.now() > until) return nothingDisplayed;
		await pause(POLL_MS, undefined, { signal: parts.signal });
	}
};

const pass = async (parts: DoorParts, value: Buffer): Promise<Passage> => {
	const signal = parse(value);
	const known = await parts.states.find(signal.id);
	if (known && known.version > signal.version) return { outcome: 'withheld' };
	let published = known?.published ?? null;
	let emitted = known?.emitted ?? false;
	if (!known || known.version < signal.version) {
		const said = judge(parts, signal, published, await waitForRelease(parts, signal));
		emitted = said !== null;
		published = said ?? published;
		await parts.states.save(signal, { version: signal.version, emitted, published });
	}
	if (!emitted || published === null) return { outcome: 'withheld' };
	await parts.states.publish(published);
	return { outcome: 'published', signal: published };
};

/**
 * openDoor makes the one door of signals. A message read again passes again with the same words; an older one than the last judged is
 * left. What breaks the contract is refused, with path and code only. Errors: the engine's.
 */
export const openDoor =
	(parts: DoorParts) =>
	async (value: Buffer): Promise<Passage> => {
		try {
			return await pass(parts, value);
		} catch (err) {
			if (err instanceof SignalRefused) return { outcome: 'refused', reason: err.message };
			throw err;
		}
	};
