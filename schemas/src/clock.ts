/** Clock is the only source of time: every service receives one and never calls Date.now itself. */
export interface Clock {
	now(): Date;
}

/** systemClock tells the machine's time, moved by `offsetMs` (only a demonstration world may move it). */
export const systemClock = (offsetMs = 0): Clock => ({ now: () => new Date(Date.now() + offsetMs) });
