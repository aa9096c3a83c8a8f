import {
	clickhouseShape,
	kafkaShape,
	keysShape,
	parseConfig,
	realClockStands,
	worldShape,
} from '@vigie/kit/config';
import { z } from 'zod';

export const DeployConfig = z
	.object({
		...worldShape,
		...kafkaShape,
		...clickhouseShape('migrator'),
		...keysShape,
		/** How many brokers hold each topic: 1 on one node, 3 on a cluster. */
		VIGIE_KAFKA_REPLICATION: z.coerce.number().int().min(1).max(9).default(1),
		/** `apply` on a real server, where CLICKHOUSE_USER must be an administrator; the local engine has its roles already. */
		VIGIE_CLICKHOUSE_GRANTS: z.enum(['apply', 'skip']).default('skip'),
		/** A folder under which each service gets one with its own keys, where services do not share a machine's key directory. */
		VIGIE_KEYS_OF: z.string().min(1).optional(),
	})
	.refine(...realClockStands);
export type DeployConfig = z.infer<typeof DeployConfig>;

/** readDeployConfig reads the environment of the deploy step, or throws naming every variable that is wrong. */
export const readDeployConfig = (env: NodeJS.ProcessEnv): DeployConfig => parseConfig(DeployConfig, env);
