import { senderOf } from '@vigie/demonstration/import-week';
import { generateWeek } from '@vigie/demonstration/week';
import type { World } from '@vigie/demonstration/world';
import { admit } from '@vigie/intake/admission';
import { type EventRow, rowOf } from '@vigie/loader/row';
import { slotOf } from '@vigie/schemas/calendar';

/** Received is a row of the store as intake and loader make it, with the structure that its token stands for. */
export interface Received {
	readonly row: EventRow;
	readonly structure: string;
}

/** RECORD_KEY and WEEK_KEY are those of the bench's world: an attacker has neither. */
export const RECORD_KEY = Buffer.alloc(32, 21);
export const WEEK_KEY = Buffer.alloc(32, 22);

/** receiveWeek makes a week of the demonstration and passes it through intake's admission and the loader's mapping. */
export const receiveWeek = (world: World, week: string): readonly Received[] =>
	generateWeek(world, world.weeks.indexOf(week)).map(({ event, worker, receivedAtMs }, index) => {
		const receivedSlot = slotOf(new Date(receivedAtMs));
		const admitted = admit(event, senderOf(worker), { receivedSlot, weekKey: WEEK_KEY });
		return {
			row: rowOf(admitted, { partition: 0, offset: String(index) }, RECORD_KEY),
			structure: worker.structure.id,
		};
	});
