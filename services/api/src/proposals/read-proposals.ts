import type { Querier } from '@vigie/kit/clickhouse';
import { proposalId } from '@vigie/kit/proposal-id';
import type { RegistryView } from '@vigie/kit/registry-view';
import type { CommentKeys } from '@vigie/kit/sealed-comment';
import type { Clock } from '@vigie/schemas/clock';
import { isDecisionKept } from '@vigie/schemas/proposals/decision';
import { ProposalBand, type ProposalList } from '@vigie/schemas/proposals/proposal';
import type { Logger } from 'pino';
import { z } from 'zod';
import { guarded } from '../published/guard.js';

type Proposal = ProposalList['proposals'][number];

/** ProposalReader reads the platforms that the field proposed. */
export interface ProposalReader {
	/** list gives each with what was decided of it; of very many, those that most structures ask for. */
	list(): Promise<readonly Proposal[]>;
	/**
	 * idsOf gives the ids to decide under, for the proposal of an id, on the list or beyond it: that one, and those under which it was decided
	 * before; none when there is no such proposal. No other former one: whoever took that key would read what the new one hides.
	 */
	idsOf(id: string): Promise<readonly string[]>;
}

export interface ProposalReaderOptions {
	readonly query: Querier;
	readonly registry: Pick<RegistryView, 'find'>;
	/** Under which hosts have their ids: the first names them, the others find what was decided under another one. */
	readonly keys: CommentKeys;
	readonly clock: Clock;
	readonly logger: Logger;
}

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
export const proposalReader = ({
	query,
	registry,
	keys,
	clock,
	logger,
}: ProposalReaderOptions): ProposalReader => {
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
			ORDER BY uniqExact(structure) DESC, max(week) DESC, host
			LIMIT 2000`,
		params: z.object({}),
		row: Row,
	});
	const readHosts = query({
		sql: `
			SELECT DISTINCT host
			FROM state.platform_proposals
			WHERE host > {after: String}
			ORDER BY host
			LIMIT 10000`,
		params: z.object({ after: z.string() }),
		row: Row.pick({ host: true }),
	});
	const decisionOf = (host: string): Proposal['decision'] =>
		keys
			.map((key) => registry.find('platform-proposal', proposalId(key, host)))
			.find((one) => one !== null && isDecisionKept(one, clock.now()))?.decision ?? null;
	return {
		list: async () => {
			const rows = await guarded(logger, () => read({}));
			// The sort is stable: within a rank they stay as the store gave them, the latest of those that as many ask for first.
			return rows
				.map(({ body, ...row }): Proposal => {
					const id = proposalId(keys[0], row.host);
					return { id, ...row, body: body === '' ? null : body, decision: decisionOf(row.host) };
				})
				.sort((left, right) => rankOf(left) - rankOf(right));
		},
		idsOf: async (id) => {
			// The store does not know the ids, which are made under a key: a page of hosts after the other.
			for (let after: string | undefined = ''; after !== undefined; ) {
				const from: string = after;
				const hosts = await guarded(logger, () => readHosts({ after: from }));
				const found = hosts.find(({ host }) => proposalId(keys[0], host) === id);
				if (found)
					return keys
						.map((key) => proposalId(key, found.host))
						.filter((known) => known === id || registry.find('platform-proposal', known) !== null);
				after = hosts.at(-1)?.host;
			}
			return [];
		},
	};
};
