import { randomUUID } from 'node:crypto';
import { hourOf } from '@vigie/schemas/calendar';

const tail = (): string =>
	`","revision":0,"retracted":false,"kind":"dysfunction.alerted","version":"1-0-0","taxonomy":"2026.1","observedAt":"${hourOf(new Date())}","platform":"CAF_MON_COMPTE","step":"CONNEXION","failureKind":"NIR_PROVISOIRE","benefit":"RSA","consequence":"RETARD"}`;

/** alertBody writes one valid alert with an id of its own. */
export const alertBody = (): string => `{"id":"${randomUUID()}${tail()}`;

/** batchBody writes a batch of that many alerts. */
export const batchBody = (count: number): string =>
	`{"events":[${Array.from({ length: count }, alertBody).join(',')}]}`;
