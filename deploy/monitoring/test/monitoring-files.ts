import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '../../local/bootstrap/data-folder.mjs';

/** monitoringFolder holds what Prometheus and Grafana are given. */
export const monitoringFolder = join(projectRoot, 'deploy/monitoring');

const read = (path: string): string => readFileSync(join(monitoringFolder, path), 'utf8');

const Rules = z.object({
	groups: z.array(
		z.object({
			rules: z.array(
				z.object({
					alert: z.string(),
					expr: z.string(),
					labels: z.object({ severity: z.enum(['page', 'ticket']) }),
					annotations: z.object({ summary: z.string().min(10), action: z.string().min(10) }),
				}),
			),
		}),
	),
});
/** alerts are all alerts of the rules. */
export const alerts = Rules.parse(parse(read('prometheus/rules/vigie.yml'))).groups.flatMap(
	({ rules }) => rules,
);

const Tests = z.object({ tests: z.array(z.object({ name: z.string() })) });
/** alertTests are the names of the alerts' own tests. */
export const alertTests = Tests.parse(parse(read('prometheus/tests/vigie.yml'))).tests.map(
	({ name }) => name,
);

const Dashboard = z.object({
	panels: z.array(
		z.object({
			id: z.int(),
			title: z.string().min(1),
			gridPos: z.object({ x: z.int(), y: z.int(), w: z.int(), h: z.int() }),
			targets: z.array(z.object({ expr: z.string() })).default([]),
		}),
	),
});
/** panels are those of the dashboard. */
export const panels = Dashboard.parse(JSON.parse(read('grafana/dashboards/vigie.json'))).panels;

const Config = z.object({
	scrape_configs: z.array(
		z.object({
			static_configs: z.array(
				z.object({ targets: z.array(z.string()), labels: z.object({ service: z.string() }) }),
			),
		}),
	),
});
/** targets are what Prometheus scrapes: service and port. */
export const targets = Config.parse(parse(read('prometheus/prometheus.yml'))).scrape_configs.flatMap(
	({ static_configs }) =>
		static_configs.map((entry) => ({ service: entry.labels.service, address: entry.targets.join() })),
);
