import type { EventRow } from './row.js';

// A record and not a list: the compiler then refuses a column that is missing.
const places: Readonly<Record<keyof EventRow, true>> = {
	id: true,
	revision: true,
	retracted: true,
	kind: true,
	version: true,
	taxonomy: true,
	observedAt: true,
	receivedSlot: true,
	receivedWeek: true,
	channel: true,
	roleFamily: true,
	structureFamily: true,
	territory: true,
	ownPlatform: true,
	reporterToken: true,
	structureToken: true,
	organisationToken: true,
	recordKey: true,
	bodyHash: true,
	platform: true,
	step: true,
	failureKind: true,
	benefit: true,
	consequence: true,
	personsConcerned: true,
	alternative: true,
	timeSpent: true,
	outcome: true,
	procedureChannel: true,
	situation: true,
	nonTakeUpDeclared: true,
	nonTakeUpType: true,
	nonTakeUpReason: true,
	duration: true,
	discovery: true,
	referralFrom: true,
	referralTo: true,
	loop: true,
	hopBucket: true,
	need: true,
	referralReason: true,
	referralOutcome: true,
	referralResponse: true,
	mended: true,
	factors: true,
	sourcePartition: true,
	sourceOffset: true,
};
const isColumn = (name: string): name is keyof EventRow => name in places;

const allColumns = Object.keys(places).filter(isColumn);
const [firstColumn, ...otherColumns] = allColumns;
if (firstColumn === undefined) throw new Error('a table has columns');

/** eventColumns are the columns that an insert names, in the order of rowText. */
export const eventColumns: [keyof EventRow, ...(keyof EventRow)[]] = [firstColumn, ...otherColumns];

const fieldText = (value: EventRow[keyof EventRow]): string => {
	if (typeof value === 'string') return value;
	if (typeof value === 'object') return value.length === 0 ? '[]' : `['${value.join("','")}']`;
	return String(value);
};

/**
 * rowText writes a row as a line of TabSeparated, in the order of eventColumns. Nothing is escaped: every text of a row is a
 * code, a number, an identifier or a date whose pattern the contract has checked, and none of them can hold a tab, a quote, a
 * backslash or the end of a line.
 */
export const rowText = (row: EventRow): string => {
	let line = '';
	for (const column of allColumns)
		line += line === '' ? fieldText(row[column]) : `\t${fieldText(row[column])}`;
	return `${line}\n`;
};
