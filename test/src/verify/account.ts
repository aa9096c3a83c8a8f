import type { LogMessage } from './messages.js';

/** Fate is what became of a message that was accepted. */
export type Fate = 'stored' | 'superseded' | 'dead' | 'waiting' | 'missing';

/** Account is one partition and one hour of reception. */
export interface Account extends Readonly<Record<Fate, number>> {
	readonly partition: number;
	readonly hour: string;
	readonly accepted: number;
}

/** Books hold the accounts of a stack. */
export interface Books {
	enter(message: LogMessage, fate: Exclude<Fate, 'waiting'>): void;
	/** accounts gives them in order, those in `waiting` counted as such. */
	accounts(waiting: readonly LogMessage[]): Account[];
}

const none: Readonly<Record<Fate, number>> = { stored: 0, superseded: 0, dead: 0, waiting: 0, missing: 0 };

/** openBooks starts empty ones. */
export const openBooks = (): Books => {
	const entries = new Map<string, Account>();
	const add = (accounts: Map<string, Account>, { partition, hour }: LogMessage, fate: Fate): void => {
		const name = `${hour} ${partition}`;
		const before = accounts.get(name) ?? { partition, hour, accepted: 0, ...none };
		accounts.set(name, { ...before, accepted: before.accepted + 1, [fate]: before[fate] + 1 });
	};
	return {
		enter: (message, fate) => add(entries, message, fate),
		accounts: (waiting) => {
			const all = new Map(entries);
			for (const message of waiting) add(all, message, 'waiting');
			return [...all.values()].sort((a, b) => a.hour.localeCompare(b.hour) || a.partition - b.partition);
		},
	};
};

/** sumOf adds accounts up. */
export const sumOf = (accounts: readonly Account[]): Readonly<Record<Fate | 'accepted', number>> =>
	accounts.reduce(
		(sum, account) => ({
			accepted: sum.accepted + account.accepted,
			stored: sum.stored + account.stored,
			superseded: sum.superseded + account.superseded,
			dead: sum.dead + account.dead,
			waiting: sum.waiting + account.waiting,
			missing: sum.missing + account.missing,
		}),
		{ accepted: 0, ...none },
	);
