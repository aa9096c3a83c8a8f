import type { PublicReport } from '@vigie/schemas/reports/http';
import type { Report } from '@vigie/schemas/reports/report';
import { publicOf } from '../views/public.js';
import type { Viewing } from '../views/summary.js';
import { linkOf } from './mail.js';

/** WebhookMessage is what a webhook receives, in the shape of Standard Webhooks: a type, an instant, the data. */
interface WebhookMessage {
	readonly type: string;
	readonly timestamp: string;
	readonly data: { readonly world: 'demo' | 'real'; readonly report: PublicReport; readonly link: string };
}

/** webhookBody writes what a webhook receives of a step of a report: what the field reads, nothing finer, and where to answer. */
export const webhookBody = (report: Report, version: number, viewing: Viewing, publicUrl: string): string => {
	const told = report.life.find((life) => life.version === version);
	const message: WebhookMessage = {
		type: `report.${told?.fact.type ?? 'opened'}`,
		timestamp: told?.at ?? report.openedAt,
		data: {
			world: viewing.world,
			report: publicOf(report, viewing),
			link: linkOf(publicUrl, report.id),
		},
	};
	return JSON.stringify(message);
};
