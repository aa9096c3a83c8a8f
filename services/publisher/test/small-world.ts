import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClickHouseClient } from '@clickhouse/client';
import { type KeyDirectory, keySourceOf, openKeys } from '@vigie/kit/keys';
import { recordKey } from '@vigie/kit/record-key';
import { tokenOf } from '@vigie/kit/tokens';
import { closeWeek } from '@vigie/publisher/closing/close-week';
import type { Closing } from '@vigie/publisher/closing/freeze-week';
import { EVENTS_AT_ONCE } from '@vigie/publisher/closing/id-buckets';
import { saveVocabulary } from '@vigie/publisher/closing/stage-events';
import { mechanism } from '@vigie/publisher/disclosure/mechanism';
import { createDisclosure } from '@vigie/publisher/release/disclose';
import { addWeeks, weekBounds, weekNumber, weekOfSlot } from '@vigie/schemas/calendar';
import type { Profile } from '@vigie/schemas/lattice';
import { codesOf } from '@vigie/schemas/taxonomy';
import { cleanUp } from '@vigie/test/cleanup';
import { type TestClickHouse, useClickHouse } from '@vigie/test/engines';
import { vi } from 'vitest';

// Several engines in one test, on a machine that runs other tests: what is promised here is bytes, not time.
vi.setConfig({ testTimeout: 120_000 });

/** Report is an event as a test tells it; what is left out has a plain value. */
export interface Report {
	/** Number of the event: the same number is the same event. */
	readonly event: number;
	readonly week: string;
	/** Quarters of an hour since the week's start. */
	readonly slot?: number;
	readonly revision?: number;
	readonly retracted?: boolean;
	readonly structure: string;
	/** Sent by an agent of the body that owns the platform. */
	readonly ownPlatform?: boolean;
	readonly columns?: Readonly<Record<string, string>>;
}

/** idOf gives the uuid of a test's event. */
export const idOf = (event: number): string => {
	const hex = createHash('sha256').update(`event ${event}`).digest('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

export interface SmallWorld {
	readonly engine: TestClickHouse;
	readonly publisher: ClickHouseClient;
	readonly keys: KeyDirectory;
	/** receive inserts reports as the loader would, in one block. */
	receive(reports: readonly Report[]): Promise<void>;
	/** close closes a week as the publisher of this world does. */
	close(week: string): ReturnType<typeof closeWeek>;
	readonly closing: Closing;
}

const RECORD_KEY = Buffer.alloc(32, 7);
/** CELL_KEY is the cell key of a small world. */
export const CELL_KEY = Buffer.alloc(32, 9);

/** rowOf gives the row that the loader would write of a report. */
export const rowOf = async (keys: KeyDirectory, report: Report): Promise<Record<string, unknown>> => {
	const start = weekBounds(report.week).start.getTime();
	const receivedSlot = `${new Date(start + (report.slot ?? 0) * 900_000).toISOString().slice(0, 19)}Z`;
	const weekKey = await keys.ensure(`weeks/${weekOfSlot(receivedSlot)}`);
	const body = JSON.stringify([report.revision ?? 0, report.retracted ?? false, report.columns ?? {}]);
	return {
		id: idOf(report.event),
		revision: report.revision ?? 0,
		retracted: report.retracted ?? false,
		kind: 'dysfunction.alerted',
		version: '1-0-0',
		taxonomy: '2026.1',
		observedAt: receivedSlot,
		receivedSlot,
		receivedWeek: weekNumber(weekOfSlot(receivedSlot)),
		channel: 'APP',
		roleFamily: codesOf('roleFamilies')[0],
		structureFamily: 'COMMUNAL',
		territory: '69',
		ownPlatform: report.ownPlatform ?? false,
		reporterToken: tokenOf(weekKey, `device of ${report.structure}`),
		structureToken: tokenOf(weekKey, report.structure),
		organisationToken: tokenOf(weekKey, `organisation of ${report.structure}`),
		recordKey: recordKey(RECORD_KEY, idOf(report.event)),
		bodyHash: createHash('sha256').update(body).digest().readBigUInt64BE(0).toString(),
		platform: codesOf('platforms')[0],
		sourcePartition: 0,
		sourceOffset: report.event,
		...report.columns,
	};
};

/** useSmallWorld gives an engine, keys and structures of a test's own, and the publisher's hands on them. */
export const useSmallWorld = async (
	structures: readonly string[],
	world: 'demo' | 'real' = 'demo',
	profile: Profile = 'standard',
): Promise<SmallWorld> => {
	const engine = await useClickHouse();
	const folder = await mkdtemp(join(tmpdir(), 'vigie-keys-'));
	cleanUp(() => rm(folder, { recursive: true, force: true }));
	const keys = openKeys(folder, keySourceOf({ VIGIE_WORLD: 'demo', VIGIE_DEMO_SEED: 'small-world' }));
	const [hand, publisher] = [engine.clientOf('migrator'), engine.clientOf('publisher')];
	await saveVocabulary(publisher);
	await hand.insert({
		table: 'state.registry',
		values: structures.map((id, version) => ({
			key: `structure:${id}`,
			type: 'structure',
			id,
			body: '{}',
			version,
		})),
		format: 'JSONEachRow',
	});
	const closing: Closing = {
		client: publisher,
		keys,
		world,
		profile,
		now: new Date('2026-11-20T10:00:00Z'),
		disclosure: createDisclosure(mechanism, CELL_KEY),
		eventsAtOnce: EVENTS_AT_ONCE,
	};
	return {
		engine,
		publisher,
		keys,
		closing,
		receive: async (reports) => {
			const values = await Promise.all(reports.map((report) => rowOf(keys, report)));
			await hand.insert({ table: 'private.events', values, format: 'JSONEachRow' });
		},
		close: (week) => closeWeek(closing, week),
	};
};

/** weeksFrom lists some weeks in a row. */
export const weeksFrom = (first: string, count: number): string[] =>
	Array.from({ length: count }, (_, index) => addWeeks(first, index));
