import type { Event } from '@vigie/schemas/events';
import { parseObject } from '../answers.js';
import { type Habits, withUse } from '../platforms/frequent-platforms.js';
import { announce, session } from '../session.svelte.js';
import { alertOf, type Stamp } from './event-builders.js';

const HABITS = 'vigie.habits';

/** readHabits reads which platforms this device alerts on most. */
export const readHabits = (): Habits =>
	// Written by this very page; damaged scores only change the order of tiles.
	(parseObject(session.storage.getItem(HABITS)) ?? {}) as Habits;

/** stamp dates an event now and gives it an id of its own. */
export const stamp = (): Stamp => ({ id: crypto.randomUUID(), now: new Date() });

/** declare gives an event to the outbox and returns its id. */
export const declare = (event: Event): string => {
	session.outbox.add(event);
	return event.id;
};

/** alertOn sends a one-click alert and remembers the habit. */
export const alertOn = (platform: string): string => {
	try {
		session.storage.setItem(HABITS, JSON.stringify(withUse(readHabits(), platform, Date.now())));
	} catch {
		// A full storage costs a habit, never an alert.
	}
	return declare(alertOf(stamp(), { platform }));
};

/** withdraw retracts a declaration and says it. */
export const withdraw = (id: string, sentence: string): void => {
	session.outbox.withdraw(id);
	announce(sentence);
};
