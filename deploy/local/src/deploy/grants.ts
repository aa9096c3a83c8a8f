import type { ClickHouseClient } from '@clickhouse/client';
import { renderGrantStatements, type ServiceRole } from '@vigie/clickhouse/roles';

/** applyGrants makes the roles, their grants and their users on a real server; it can be run again. */
export const applyGrants = async (
	client: ClickHouseClient,
	passwords: Readonly<Record<ServiceRole, string>>,
): Promise<void> => {
	for (const query of renderGrantStatements(passwords)) await client.command({ query });
};
