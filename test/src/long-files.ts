/**
 * The files that take longest on two cores, the longest first: begun last, one of them would keep one worker busy long after the other has
 * nothing left to do. Vitest cannot know: it counts neither what stands at the top of a file, where stacks start, nor anything on a fresh clone.
 */
export const longFiles: readonly string[] = [
	'test/end-to-end/what-changes.test.ts',
	'deploy/backup/test/restore.test.ts',
	'test/end-to-end/caf-story.test.ts',
	'test/fuzz/openapi.test.ts',
	'schemas/test/personal-data/linear-patterns.test.ts',
	'test/guarantees/g8-silence-and-crash.test.ts',
	'deploy/local/test/start.test.ts',
	'test/end-to-end/published-weeks.test.ts',
	'test/guarantees/g1-chaos.test.ts',
	'test/verify/verify.test.ts',
	'test/guarantees/g3-kafka-away.test.ts',
	'test/guarantees/g3-overload.test.ts',
	'test/end-to-end/administration.test.ts',
	'dashboards/trends/test/pages.test.ts',
	'dashboards/admin/test/administration-page.test.ts',
	'test/guarantees/g1-killed-processes.test.ts',
	'test/guarantees/g1-broken-network.test.ts',
	'test/guarantees/g1-lost-partitions.test.ts',
	'test/guarantees/g1-between-insert-and-commit.test.ts',
	'test/guarantees/g10-ordered-shutdown.test.ts',
	'test/attack/attacks.test.ts',
	'deploy/kafka/test/topics.test.ts',
];
