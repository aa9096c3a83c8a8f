import type { ClickHouseClient } from '@clickhouse/client';
import { parisDateOf, weekBounds } from '@vigie/schemas/calendar';
import { KeptProposal } from '@vigie/schemas/proposals/proposal';
import type { Logger } from 'pino';
import type { BatchHandler } from './consumer.js';
import { projectBatch } from './project-batch.js';

const parse = (value: Buffer | null): KeptProposal | null => {
	try {
		return KeptProposal.parse(JSON.parse(value?.toString('utf8') ?? ''));
	} catch {
		return null;
	}
};

/** createProposalProjector makes the handler of `proposals.v1`, which writes each proposed platform to `state.platform_proposals`. */
export const createProposalProjector = (client: ClickHouseClient, logger: Logger): BatchHandler =>
	projectBatch(client, logger, {
		table: 'state.platform_proposals',
		what: 'proposals',
		rowsOf: ({ value, offset }) => {
			const proposal = parse(value);
			if (proposal === null) return null;
			const { host, structure, week, body } = proposal;
			const monday = parisDateOf(weekBounds(week).start);
			return [{ host, structure, week: monday, body: body ?? '', offset }];
		},
	});
