import { runDeadLetters } from '@vigie/loader/command/dead-letters';
import type { EventTable, VersionedEvent } from '@vigie/schemas/event-reader';
import type { TestClickHouse } from '@vigie/test/engines';
import type { Stream } from './fixture.js';

/** Said is what the command did: its exit code, its lines and its bytes. */
export interface Said {
	readonly code: number;
	readonly text: string;
	readonly bytes: Buffer;
}

/** useCommand gives `npm run deadletters` on the topics of a test. */
export const useCommand =
	(stream: Stream, clickhouse: TestClickHouse, table?: EventTable<VersionedEvent>) =>
	async (...args: string[]): Promise<Said> => {
		const lines: string[] = [];
		const bytes: Buffer[] = [];
		const code = await runDeadLetters(
			args,
			stream.env(clickhouse.configOf('loader')),
			{
				say: (line) => void lines.push(line),
				progress: () => undefined,
				write: (piece) => void bytes.push(piece),
			},
			table,
		);
		return { code, text: lines.join('\n'), bytes: Buffer.concat(bytes) };
	};
