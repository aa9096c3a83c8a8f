import { z } from 'zod';
import { Slot } from './admitted-event.js';
import { MaintenanceNow } from './maintenance.js';
import { PublishedSignal, SignalLevel, StructureBand } from './signal.js';

/** LiveLevel is a platform under perturbation, in France or in a région: a level, since when, a band of structures. Never a number. */
export const LiveLevel = z.strictObject({
	platform: PublishedSignal.shape.coordinates.shape.platform,
	/** FR, or R + région. */
	territory: PublishedSignal.shape.coordinates.shape.territory,
	level: SignalLevel.exclude(['usual']),
	since: Slot,
	band: StructureBand,
	sentence: PublishedSignal.shape.sentence,
});
export type LiveLevel = z.infer<typeof LiveLevel>;

/** LiveLevels are all of them (`GET /v1/live`); a platform that is not there is as usual. */
export const LiveLevels = z.strictObject({
	world: z.enum(['demo', 'real']),
	now: z.iso.datetime(),
	/** The last quarter of an hour that was judged; null before the first. Levels older than an hour are not given. */
	asOf: Slot.nullable(),
	levels: z.array(LiveLevel),
	/** Planned stops that last now, told whatever the levels say: a tile speaks of them instead. */
	maintenances: z.array(MaintenanceNow),
});
export type LiveLevels = z.infer<typeof LiveLevels>;
