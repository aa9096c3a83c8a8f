import type { DeliveryEntry, LifeEntry } from '@vigie/schemas/reports/http';
import type { Life } from '@vigie/schemas/reports/report';
import type { ReportFact } from '@vigie/schemas/reports/report-event';

const told = (fact: ReportFact): Partial<LifeEntry> => ({
	...('level' in fact && { level: fact.level }),
	...('reason' in fact &&
		fact.reason !== null &&
		fact.type !== 'delivery_recorded' && { reason: fact.reason }),
	...('text' in fact && fact.text !== null && { text: fact.text }),
	...('date' in fact && { date: fact.date }),
	...('validUntil' in fact && { date: fact.validUntil }),
	...('effectiveFrom' in fact && { date: fact.effectiveFrom }),
	...('target' in fact && { target: fact.target }),
	...('because' in fact && { because: fact.because }),
	...('verdict' in fact && { verdict: fact.verdict }),
	...('asOf' in fact && { asOf: fact.asOf }),
});

/** lifeEntryOf gives a line of a report's life: what happened and which body did it, never which account. */
export const lifeEntryOf = ({ version, at, actor, fact }: Life): LifeEntry => ({
	version,
	at,
	type: fact.type,
	by: { kind: actor.kind, body: actor.kind === 'body' ? actor.body : null },
	...told(fact),
});

/** deliveriesOf gives the sendings of a report, in order. */
export const deliveriesOf = (life: readonly Life[]): DeliveryEntry[] =>
	life.flatMap(({ at, fact }) => {
		if (fact.type !== 'delivery_recorded') return [];
		const { channel, recipient, outcome, reason, attempts } = fact;
		return [{ at, channel, recipient, outcome, reason, attempts }];
	});
