import type { Querier } from '@vigie/kit/clickhouse';
import { proposalId } from '@vigie/kit/proposal-id';
import type { RegistryView } from '@vigie/kit/registry-view';
import { ProposalBand, type ProposalList } from '@vigie/schemas/proposals/proposal';
import type { Logger } from 'pino';
import { z } from 'zod';
import { guarded } from '../published/guard.js';

type Proposal = ProposalList['proposals'][number];

/** ReadProposals reads the platforms that the field proposed, each with what was decided of it. */
export type ReadProposals = () => Promise<readonly Proposal[]>;

const Row = z.object({
	host: z.string(),
	body: z.string(),
	band: ProposalBand,
	firstWeek: z.string(),
	lastWeek: z.string(),
});

const rankOf = ({ band, decision }: Proposal): number =>
	(decision === null ? 0 : ProposalBand.options.length) +
	ProposalBand.options.length -
	ProposalBand.options.indexOf(band);

/** proposalReader reads `state.platform_proposals`, which follows the log a moment later: what nobody decided first, and what many ask for. */
export const proposalReader = (
	query: Querier,
	registry: Pick<RegistryView, 'find'>,
	logger: Logger,
): ReadProposals => {
	const read = query({
		// The band is made by the store: how many structures there are leaves it in no other form.
		sql: `
			SELECT
				host,
				arrayElement(topKIf(1)(proposals.body, proposals.body != ''), 1) AS body,
				multiIf(
					uniqExact(structure) >= 50, '50+',
					uniqExact(structure) >= 20, '20-49',
					uniqExact(structure) >= 10, '10-19',
					uniqExact(structure) >= 6, '6-9',
					'1-5'
				) AS band,
				formatDateTime(min(week), '%G-W%V') AS firstWeek,
				formatDateTime(max(week), '%G-W%V') AS lastWeek
			FROM state.platform_proposals AS proposals FINAL
			GROUP BY host
			ORDER BY host
			LIMIT 2000`,
		params: z.object({}),
		row: Row,
	});
	return async () => {
		const rows = await guarded(logger, () => read({}));
		return rows
			.map(({ body, ...row }): Proposal => {
				const id = proposalId(row.host);
				const decision = registry.find('platform-proposal', id)?.decision ?? null;
				return { id, ...row, body: body === '' ? null : body, decision };
			})
			.sort((left, right) => rankOf(left) - rankOf(right) || left.host.localeCompare(right.host));
	};
};
