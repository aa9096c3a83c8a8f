/** topicNames are the Kafka topics of a stack, before the optional prefix that isolates tests. */
export const topicNames = {
	events: 'events.v1',
	deadLetters: 'events.dead',
	settledLetters: 'events.dead.settled',
	registry: 'registry.v1',
	signalsPrivate: 'signals.private',
	signalsPublished: 'signals.published',
	comments: 'comments.v1',
	proposals: 'proposals.v1',
	reports: 'reports.v1',
	audit: 'audit.v1',
} as const;

export type TopicNames = Readonly<Record<keyof typeof topicNames, string>>;

/** topicsWithPrefix gives the names under a prefix (`''` in production). */
export const topicsWithPrefix = (prefix: string): TopicNames => ({
	events: `${prefix}${topicNames.events}`,
	deadLetters: `${prefix}${topicNames.deadLetters}`,
	settledLetters: `${prefix}${topicNames.settledLetters}`,
	registry: `${prefix}${topicNames.registry}`,
	signalsPrivate: `${prefix}${topicNames.signalsPrivate}`,
	signalsPublished: `${prefix}${topicNames.signalsPublished}`,
	comments: `${prefix}${topicNames.comments}`,
	proposals: `${prefix}${topicNames.proposals}`,
	reports: `${prefix}${topicNames.reports}`,
	audit: `${prefix}${topicNames.audit}`,
});
