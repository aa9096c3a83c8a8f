import type { Account, sumOf } from './account.js';
import type { Verified } from './open-verification.js';

const columns = ['accepted', 'stored', 'superseded', 'dead', 'waiting', 'missing'] as const;

type Sum = ReturnType<typeof sumOf>;

const lineOf = (name: string, counts: Sum): string =>
	`${name.padEnd(26)}${columns.map((column) => String(counts[column]).padStart(12)).join('')}\n`;

const accountLine = (account: Account): string => lineOf(`${account.hour} ${account.partition}`, account);

/**
 * renderAccounts writes accounts as a table, what is wrong below it. Only the last `most` are shown, and any that misses something: a
 * screen that is looked at again and again holds no more.
 */
export const renderAccounts = (
	{ accounts, ledgerFaults, missing }: Verified,
	sum: Sum,
	most = Number.POSITIVE_INFINITY,
): string => {
	const shown = accounts.filter((account, index) => index >= accounts.length - most || account.missing > 0);
	const hidden = accounts.length - shown.length;
	return [
		`${'hour, partition'.padEnd(26)}${columns.map((column) => column.padStart(12)).join('')}\n`,
		...(hidden > 0 ? [`... ${hidden} earlier ones, in which nothing is missing\n`] : []),
		...shown.map(accountLine),
		lineOf('all', sum),
		...ledgerFaults.map((fault) => `ledger: ${fault}\n`),
		...missing.map((place) => `missing: partition/offset ${place}\n`),
	].join('');
};

/** progressTo makes what tells, now and then, how much has been read: on one line of a terminal, else on a line of its own. */
export const progressTo = (
	out: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
): { readonly tell: (read: number, ofThem: number) => void; readonly clear: () => void } => {
	const everyMs = out.isTTY ? 200 : 10_000;
	let toldMs = performance.now();
	return {
		tell: (read, ofThem) => {
			if (performance.now() - toldMs < everyMs) return;
			toldMs = performance.now();
			const text = `${read} of ${ofThem} messages read and judged`;
			out.write(out.isTTY ? `\r\x1b[K${text}` : `${text}\n`);
		},
		clear: () => void (out.isTTY && out.write('\r\x1b[K')),
	};
};
