import { retention } from '@vigie/schemas/retention';
import type { Logger } from 'pino';
import { startHourly } from '../hourly.js';
import type { AccountsOptions } from './accounts.js';

const monthsBefore = (now: Date, months: number): string => {
	const then = new Date(now);
	then.setUTCMonth(then.getUTCMonth() - months);
	return then.toISOString().slice(0, 10);
};

/** closeUnused closes every account that nobody has used for twelve months, and says how many. */
const closeUnused = async ({ registry, writer, clock, audit }: AccountsOptions): Promise<number> => {
	const since = monthsBefore(clock.now(), retention.accountMonths);
	const unused = registry.all('account').filter(({ closed, lastUsed }) => !closed && lastUsed < since);
	for (const { id } of unused) {
		await audit.write({ actor: { kind: 'job' }, action: 'account.lapsed', target: id });
		await writer.change(() => {
			const account = registry.find('account', id);
			return account && account.lastUsed < since ? [{ ...account, closed: true, grants: [] }] : [];
		});
	}
	return unused.length;
};

/** startClosingUnused does so each hour; doing it twice, or in two processes, does no more. */
export const startClosingUnused = (options: AccountsOptions, logger: Logger): { close(): void } =>
	startHourly(
		async () => {
			const closed = await closeUnused(options);
			if (closed > 0) logger.info({ closed }, 'accounts unused for a year are closed');
		},
		logger,
		'unused accounts could not be closed',
	);
