import { retention } from '@vigie/schemas/retention';
import { topicNames } from '@vigie/schemas/topics';
import kafkajs, { type Admin } from 'kafkajs';

// Node does not see this name among the exports of a CommonJS package.
const { ConfigResourceTypes } = kafkajs;

const DAY_MS = 24 * 60 * 60_000;
/** How long raw messages stay: a week is closed on the Tuesday after it, and can be rebuilt until then. */
const RAW_MS = retention.rawDays * DAY_MS;
const LEADERS_MS = 30_000;

export interface TopicDefinition {
	readonly partitions: number;
	readonly settings: Readonly<Record<string, string>>;
}

const raw = {
	'cleanup.policy': 'delete',
	'retention.ms': String(RAW_MS),
	// Retention deletes closed segments only: with a week to a segment, messages would stay 23 days.
	'segment.ms': String(DAY_MS),
	// The broker unpacks what comes packed: a reader that lacks the codec would stop at it for ever, and a few bytes could fill its memory.
	'compression.type': 'uncompressed',
} as const;

/** Sealed words about alerts are gone after 30 days: 29, and the day that a segment stays open. */
const COMMENT_MS = (retention.commentDays - 1) * DAY_MS;

/** Proposed platforms, a year: what the store holds of them is made again from here. */
const PROPOSAL_MS = retention.proposalDays * DAY_MS;

/** Who did what, a year: a week of the last segment beyond. */
const AUDIT_MS = retention.auditDays * DAY_MS;

/** A letter is a message of events.v1, at most as large as a broker takes (1 MiB), with headers of its own. */
const LETTER_BYTES = 2 * 1024 * 1024;

/** topics is the one list of topics, with all that is set on them. Names are those of the contracts. */
export const topics: Readonly<Record<keyof typeof topicNames, TopicDefinition>> = {
	events: { partitions: 3, settings: raw },
	deadLetters: { partitions: 1, settings: { ...raw, 'max.message.bytes': String(LETTER_BYTES) } },
	// Kept as long as the letters, each of which is older than what became of it.
	settledLetters: { partitions: 1, settings: raw },
	// One partition: the records of the registry have one order.
	registry: {
		partitions: 1,
		settings: {
			'cleanup.policy': 'compact',
			'min.cleanable.dirty.ratio': '0.1',
			'segment.ms': String(DAY_MS),
			'compression.type': 'uncompressed',
		},
	},
	// One partition each: what happens to a signal has one order.
	signalsPrivate: { partitions: 1, settings: raw },
	// What was said in public is kept: reports are rebuilt from it.
	signalsPublished: { partitions: 1, settings: { 'cleanup.policy': 'delete', 'retention.ms': '-1' } },
	comments: { partitions: 1, settings: { ...raw, 'retention.ms': String(COMMENT_MS) } },
	proposals: {
		partitions: 1,
		settings: { ...raw, 'retention.ms': String(PROPOSAL_MS), 'segment.ms': String(7 * DAY_MS) },
	},
	// Kept for ever: reports are what it says, in its one order.
	reports: { partitions: 1, settings: { 'cleanup.policy': 'delete', 'retention.ms': '-1' } },
	// One partition: what was done has one order. Nothing in it can be written over.
	audit: {
		partitions: 1,
		settings: {
			'cleanup.policy': 'delete',
			'retention.ms': String(AUDIT_MS),
			'segment.ms': String(7 * DAY_MS),
		},
	},
};

/** TopicChanges says what applying the list did, by topic name. */
export interface TopicChanges {
	readonly created: readonly string[];
	readonly changed: readonly string[];
}

// The keys of the list are exactly those of the names; Object.keys widens them to texts.
const keys = Object.keys(topics) as (keyof typeof topicNames)[];

/**
 * definitionsFor gives the topics of an installation by their whole names. An acknowledgement by all counts the replicas in sync, be
 * there only one: of several, all but one must be, or a single disk could take with it what was answered 202.
 */
export const definitionsFor = (
	prefix: string,
	replicationFactor: number,
): ReadonlyMap<string, TopicDefinition> => {
	const inSync = { 'min.insync.replicas': String(Math.max(1, replicationFactor - 1)) };
	return new Map(
		keys.map((key) => {
			const { partitions, settings } = topics[key];
			return [`${prefix}${topicNames[key]}`, { partitions, settings: { ...settings, ...inSync } }];
		}),
	);
};

const entriesOf = (settings: TopicDefinition['settings']): { name: string; value: string }[] =>
	Object.entries(settings).map(([name, value]) => ({ name, value }));

const differing = async (admin: Admin, wanted: ReadonlyMap<string, TopicDefinition>): Promise<string[]> => {
	if (wanted.size === 0) return [];
	const { resources } = await admin.describeConfigs({
		includeSynonyms: false,
		resources: [...wanted].map(([name, { settings }]) => ({
			type: ConfigResourceTypes.TOPIC,
			name,
			configNames: Object.keys(settings),
		})),
	});
	return resources
		.filter(({ resourceName, configEntries }) => {
			const present = new Map(configEntries.map((entry) => [entry.configName, entry.configValue]));
			const settings = wanted.get(resourceName)?.settings ?? {};
			return Object.entries(settings).some(([name, value]) => present.get(name) !== value);
		})
		.map(({ resourceName }) => resourceName);
};

const haveLeaders = async (admin: Admin, topics: string[]): Promise<boolean> => {
	const metadata = await admin.fetchTopicMetadata({ topics });
	return metadata.topics.every(({ partitions }) => partitions.every(({ leader }) => leader >= 0));
};

/**
 * waitForLeaders waits until every new topic can be written to. The client has such a wait too, but it gives up when a broker
 * has not yet heard of a topic that the controller has just made.
 */
const waitForLeaders = async (admin: Admin, names: string[]): Promise<void> => {
	const deadline = Date.now() + LEADERS_MS;
	while (!(await haveLeaders(admin, names).catch(() => false))) {
		if (Date.now() > deadline) throw new Error(`new topics have no leader: ${names.join(', ')}`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
};

/**
 * applyTopics creates the topics that are missing and sets again the settings that differ; it never deletes one nor
 * changes its partitions. `prefix` isolates tests; `replicationFactor` is 1 on one node, 3 on a cluster.
 */
export const applyTopics = async (
	admin: Admin,
	prefix: string,
	replicationFactor = 1,
): Promise<TopicChanges> => {
	const existing = new Set(await admin.listTopics());
	const wanted = definitionsFor(prefix, replicationFactor);
	const missing = [...wanted].filter(([name]) => !existing.has(name));
	if (missing.length > 0) {
		await admin.createTopics({
			waitForLeaders: false,
			// A broker that has just started may take more than the usual five seconds.
			timeout: LEADERS_MS,
			topics: missing.map(([topic, { partitions, settings }]) => ({
				topic,
				numPartitions: partitions,
				replicationFactor,
				configEntries: entriesOf(settings),
			})),
		});
		await waitForLeaders(
			admin,
			missing.map(([name]) => name),
		);
	}
	const present = new Map([...wanted].filter(([name]) => existing.has(name)));
	const changed = await differing(admin, present);
	if (changed.length > 0) {
		await admin.alterConfigs({
			validateOnly: false,
			resources: changed.map((name) => ({
				type: ConfigResourceTypes.TOPIC,
				name,
				configEntries: entriesOf(present.get(name)?.settings ?? {}),
			})),
		});
	}
	return { created: missing.map(([name]) => name), changed };
};
