import { createKafka } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import { cleanUp } from '@vigie/test/cleanup';
import { expect, test } from 'vitest';
import type { Steps } from '../../local/bootstrap/steps.mjs';
import type { Position } from '../src/contents.js';
import { readPositions, setPositions } from '../src/positions.js';
import { runBackup } from '../src/run-backup.js';
import { runRestore } from '../src/run-restore.js';
import { useEngines, useFolder } from './use-engines.js';

const SLOW = { timeout: 120_000 };
const logger = createLogger('positions-test', 'silent');
const quiet: Steps = {
	note: () => undefined,
	step: (_label, action) => action(() => undefined),
	close: () => undefined,
};
const useHands = async () => {
	const place = await useEngines();
	const kafka = createKafka(place, 'positions-test', logger);
	const admin = kafka.admin();
	await admin.connect();
	cleanUp(() => admin.disconnect());
	return { kafka, admin, place };
};
const at = (group: string, partition: number, offset: number): Position => ({
	group,
	topic: 'events',
	partition,
	offset: String(offset),
	keptBefore: 0,
});

test('the positions of all groups are set or, when one cannot be, of none', SLOW, async () => {
	const hands = await useHands();
	await setPositions(hands, { positions: [at('loader-events', 0, 3)] }, true);
	// No topic has so many partitions: the broker refuses this one, after it has taken the other.
	const positions = [at('loader-events', 0, 7), at('publisher-signals', 4_000, 1)];

	await expect(setPositions(hands, { positions }, true)).rejects.toThrow(/partition/);

	expect((await readPositions(hands)).map(({ group, offset }) => [group, offset])).toEqual([
		['loader-events', 3n],
	]);
});

test('once positions are set, whoever asks the broker is told them', SLOW, async () => {
	const hands = await useHands();
	const groups = ['loader-events', 'publisher-signals', 'reporter-signals'];

	for (let round = 1; round <= 30; round += 1) {
		await setPositions(hands, { positions: groups.map((group) => at(group, 0, round)) }, true);

		expect((await readPositions(hands)).map(({ offset }) => offset)).toEqual(groups.map(() => BigInt(round)));
	}
});

test(
	'a service that starts while a restore is on its way is found before any position is set',
	SLOW,
	async () => {
		const { kafka, admin, place } = await useHands();
		const groupId = `${place.VIGIE_TOPIC_PREFIX}loader-events`;
		// A position that the empty log has: a reader told one beyond its end sets another at once.
		await setPositions({ kafka, admin, place }, { positions: [at('loader-events', 0, 0)] }, true);
		const folder = await useFolder();
		const manifest = await runBackup(place, { to: folder, keys: null }, quiet, logger);
		const consumer = kafka.consumer({ groupId });
		cleanUp(() => consumer.disconnect());
		const join = async (): Promise<void> => {
			const joined = new Promise((resolve) => consumer.on(consumer.events.GROUP_JOIN, resolve));
			await consumer.connect();
			await consumer.subscribe({ topic: `${place.VIGIE_TOPIC_PREFIX}events.v1` });
			await consumer.run({ autoCommit: false, eachMessage: async () => undefined });
			await joined;
		};
		const whileItRuns: Steps = {
			...quiet,
			step: async (label, action) => {
				if (label === 'Kafka') await join();
				return action(() => undefined);
			},
		};

		const later = { ...manifest, positions: manifest.positions.map((one) => ({ ...one, offset: '1' })) };
		await expect(runRestore(place, folder, later, whileItRuns, logger)).rejects.toThrow(
			'services are running',
		);

		expect((await readPositions({ admin, place })).map(({ offset }) => offset)).toEqual([0n]);
		await expect(runRestore(place, folder, later, quiet, logger)).rejects.toThrow('services are running');
	},
);
