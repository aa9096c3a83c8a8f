import { slotOf } from '@vigie/schemas/calendar';

const SLOT_MS = 15 * 60_000;
const SETTLE_MS = 45_000;

/**
 * dueSlot gives the last quarter of an hour that can be judged: it ended, and what was received in it had time to be stored. After a
 * time away only the last is judged: what passed unseen is no alarm any more, and the day's counts hold it.
 */
export const dueSlot = (now: Date): string => slotOf(new Date(now.getTime() - SETTLE_MS - SLOT_MS));
