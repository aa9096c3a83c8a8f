import { collectDefaultMetrics, Registry } from 'prom-client';

/** createMetrics makes the registry of a service, with the process's own figures in it. */
export const createMetrics = (service: string): Registry => {
	const registry = new Registry();
	registry.setDefaultLabels({ service });
	collectDefaultMetrics({ register: registry });
	return registry;
};
