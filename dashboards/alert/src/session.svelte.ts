import { becameChunk } from './became/became-switch.js';
import { nameOf } from './declarations/declaration-name.js';
import { declarationStore } from './declarations/declaration-store.js';
import { newsOf } from './declarations/news.js';
import { createOutbox, type OutboxState } from './declarations/outbox.js';
import { sendEvent } from './declarations/send-event.js';
import { REPEAT_MS, UNDO_MS } from './declarations/time-rules.js';
import { type Device, loadDevice, saveDevice } from './device.js';
import { keysUnder, openStorage } from './key-value.js';
import { type Perturbations, readPerturbations } from './platforms/live-levels.js';
import { shared } from './texts/shared-texts.js';
import { lastWorld, readWorld, type World } from './world.js';

const { storage, durable } = openStorage(() => localStorage);
const send: typeof fetch = (input, init) => fetch(input, init);

let device = $state.raw<Device | null>(loadDevice(storage));
let world = $state.raw<World | null>(lastWorld(storage));
let perturbations = $state.raw<Perturbations>(new Map());
let workarounds = $state.raw<ReadonlyMap<string, string>>(new Map());
let now = $state(Date.now());
let announced = $state('');

const sentences = { received: shared.sentNow, kept: shared.keptNow, refused: shared.refusedNow } as const;

const outbox = createOutbox({
	store: declarationStore(storage),
	send: sendEvent({ fetch: send, token: () => device?.token ?? null, now: Date.now }),
	now: Date.now,
	later: (delayMs, run) => void setTimeout(run, delayMs),
	random: Math.random,
	changed: (state) => {
		now = Date.now();
		const news = newsOf(sent, state);
		sent = state;
		if (news) announce(sentences[news.what](nameOf(news.declaration.event)));
	},
});
let sent = $state.raw<OutboxState>(outbox.state());

/** session is what every screen shares: this device, what it declared, the world and the time. */
export const session = {
	storage,
	durable,
	send,
	outbox,
	get device() {
		return device;
	},
	get world() {
		return world;
	},
	/** What is told now of platforms here, by platform. */
	get perturbations() {
		return perturbations;
	},
	/** The ways around that are published now, by platform. */
	get workarounds() {
		return workarounds;
	},
	/** The outbox's state, to be read by screens. */
	get sent() {
		return sent;
	},
	/** Milliseconds, refreshed four times a second while something can be undone, every second while a card is shown, else every half minute. */
	get now() {
		return now;
	},
	/** What the live region says. */
	get announced() {
		return announced;
	},
};

/** announce has a screen reader say a sentence, even the same one twice. */
export function announce(sentence: string): void {
	announced = announced === sentence ? `${sentence}\u00a0` : sentence;
}

/** becomeDevice keeps the device that an enrolment made, and sends what was waiting for it. */
export const becomeDevice = (made: Device): void => {
	saveDevice(storage, made);
	device = made;
	levelsReadAt = Number.NEGATIVE_INFINITY;
	outbox.wake();
};

/** forgetEverything removes all that this page keeps in the browser. */
export const forgetEverything = (): void => {
	for (const key of keysUnder(storage, 'vigie.')) storage.removeItem(key);
	device = null;
	outbox.reload();
};

const LEVELS_EVERY_MS = 3 * 60_000;
let levelsReadAt = Number.NEGATIVE_INFINITY;

/** Nobody answers: what was told a while ago may be over, and is not told any more. */
const refreshLevels = async (): Promise<void> => {
	if (!device || document.hidden || performance.now() - levelsReadAt < LEVELS_EVERY_MS) return;
	levelsReadAt = performance.now();
	const { departement } = device;
	perturbations = (await readPerturbations(send, departement)) ?? new Map();
	const chunk = await becameChunk().catch(() => null);
	if (chunk) workarounds = await chunk.readWorkarounds(send, departement);
};

const BEATS_PER_SECOND = 4;

// Judged by the time on screen, so that the beat that ends an age is never skipped.
const hasYounger = (ageMs: number): boolean =>
	sent.declarations.some(({ declaredAt }) => now - declaredAt < ageMs);

/** keepTime starts the clock and listens for what wakes the outbox; returns what stops them. */
export const keepTime = (): (() => void) => {
	let beats = 0;
	const beat = setInterval(() => {
		beats += 1;
		const every = hasYounger(UNDO_MS) ? 1 : hasYounger(REPEAT_MS) ? BEATS_PER_SECOND : 30 * BEATS_PER_SECOND;
		if (beats % every === 0) now = Date.now();
		void refreshLevels();
	}, 1_000 / BEATS_PER_SECOND);
	const stop = new AbortController();
	const on = { signal: stop.signal };
	addEventListener('online', () => outbox.wake(), on);
	addEventListener('storage', () => outbox.reload(), on);
	document.addEventListener('visibilitychange', () => document.hidden || outbox.wake(), on);
	void readWorld(send, storage).then((read) => {
		world = read;
	});
	return () => {
		clearInterval(beat);
		stop.abort();
	};
};
