import type { KeyDirectory } from '@vigie/kit/keys';

/** WeekKeys gives the key of the present week, which is read once. */
export interface WeekKeys {
	/** recall gives a key that was read already. */
	recall(week: string): Buffer | undefined;
	/** read gives a week's key, or null when it was not made yet or is destroyed. */
	read(week: string): Promise<Buffer | null>;
}

/** openWeekKeys reads `weeks/<week>` in the key directory. Only one key is held: the week before's must be able to die. */
export const openWeekKeys = (keys: Pick<KeyDirectory, 'read'>): WeekKeys => {
	let held: { readonly week: string; readonly key: Buffer } | null = null;
	return {
		recall: (week) => (held?.week === week ? held.key : undefined),
		read: async (week) => {
			const key = await keys.read(`weeks/${week}`);
			if (key) held = { week, key };
			return key;
		},
	};
};
