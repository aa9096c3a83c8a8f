import { randomUUID } from 'node:crypto';
import type { Admission } from '@vigie/schemas/admitted-event';
import { hourOf, slotOf } from '@vigie/schemas/calendar';
import type { DeadReason } from '@vigie/schemas/dead-letter';
import type { ProblemCode } from '@vigie/schemas/problem';
import { TAXONOMY_VERSION } from '@vigie/schemas/taxonomy';
import type { IHeaders } from 'kafkajs';

/** CANARY is put where a value is wrong: nothing that answers or logs may ever repeat it. */
export const CANARY = 'CANARI_7F3A';

/** Poison is one mistake, made twice: by whoever writes to the topic, and by a sender over HTTP. */
export interface Poison {
	readonly name: string;
	/** What is put on `events.v1`, and the reason of the dead letter that it becomes. */
	readonly topic: {
		readonly value: Buffer | null;
		readonly key?: Buffer | null;
		readonly headers?: IHeaders;
		readonly reason: DeadReason;
	};
	/** What is posted to `/v1/events`, the problem that answers it and, for a field, `path: code`. */
	readonly http: {
		readonly body: Buffer;
		readonly headers?: Readonly<Record<string, string>>;
		readonly code: ProblemCode;
		readonly error?: string;
	};
}

/** Fields is an event or an admission with anything in it. */
export type Fields = Readonly<Record<string, unknown>>;

const HOUR_MS = 60 * 60_000;

/** goodEvent is the shortest event that there is, of an hour ago. */
export const goodEvent = (change: Fields = {}): Fields & { readonly id: string } => ({
	id: randomUUID(),
	revision: 0,
	retracted: false,
	kind: 'dysfunction.alerted',
	version: '1-0-0',
	taxonomy: TAXONOMY_VERSION,
	observedAt: hourOf(new Date(Date.now() - HOUR_MS)),
	platform: 'CAF_MON_COMPTE',
	...change,
});

/** goodAdmission is what intake adds to it. */
export const goodAdmission = (): Admission => ({
	receivedSlot: slotOf(new Date()),
	channel: 'FORMULAIRE',
	roleFamily: 'TRAVAIL_SOCIAL',
	structureFamily: 'COMMUNE',
	territory: '75',
	reporterToken: '1234567890',
	structureToken: '2',
	organisationToken: '3',
	ownPlatform: false,
	bodyHash: '00000000000000ff',
});

/** admittedText is an event, as text, in the message that intake would make of it. */
export const admittedText = (event: string, admission: Fields = goodAdmission()): string =>
	`{"event":${event},"admission":${JSON.stringify(admission)}}`;
