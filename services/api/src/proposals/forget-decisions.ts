import type { RegistryView } from '@vigie/kit/registry-view';
import type { Clock } from '@vigie/schemas/clock';
import { isDecisionKept } from '@vigie/schemas/proposals/decision';
import type { Logger } from 'pino';
import { startHourly } from '../hourly.js';
import type { RegistryWriter } from '../registry/writer.js';

export interface ForgettingOptions {
	readonly registry: Pick<RegistryView, 'all'>;
	readonly writer: Pick<RegistryWriter, 'forget'>;
	readonly clock: Clock;
}

/** startForgettingDecisions takes out of the registry, each hour, what was decided of a proposed platform longer ago than it is kept. */
export const startForgettingDecisions = (
	{ registry, writer, clock }: ForgettingOptions,
	logger: Logger,
): { close(): void } =>
	startHourly(
		() =>
			writer.forget(() =>
				registry.all('platform-proposal').filter((decided) => !isDecisionKept(decided, clock.now())),
			),
		logger,
		'old decisions of proposed platforms could not be forgotten',
	);
