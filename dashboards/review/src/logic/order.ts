import type { CommandName } from '@vigie/schemas/reports/command';
import type { ReportAction } from '@vigie/schemas/reports/http';

/** What mends comes before what refuses. */
const ORDER: readonly CommandName[] = [
	'acknowledge',
	'commit',
	'publish-workaround',
	'say-mended',
	'say-not-reproduced',
	'contest',
	'reassign',
	'reply',
];

/** inOrder puts the acts that are possible now in the order in which they are offered. */
export const inOrder = (actions: readonly ReportAction[]): readonly ReportAction[] =>
	actions.toSorted((a, b) => ORDER.indexOf(a.command) - ORDER.indexOf(b.command));
