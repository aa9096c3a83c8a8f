import { Counter, Gauge, type Registry } from 'prom-client';

/** createReporterMetrics makes the reporter's figures for the operator. */
export const createReporterMetrics = (
	registry: Registry,
	figures: { readonly overdue: () => number; readonly unaddressed: () => number },
) => {
	new Gauge({
		name: 'reports_overdue',
		help: 'Open reports whose body is late',
		registers: [registry],
		collect() {
			this.set(figures.overdue());
		},
	});
	new Gauge({
		name: 'reports_without_recipient',
		help: 'Open reports of bodies that have neither mailbox nor webhook',
		registers: [registry],
		collect() {
			this.set(figures.unaddressed());
		},
	});
	return {
		notifications: new Counter({
			name: 'notifications_total',
			help: 'Sendings by channel and how they ended; again: to be tried once more',
			labelNames: ['channel', 'outcome'] as const,
			registers: [registry],
		}),
	};
};
