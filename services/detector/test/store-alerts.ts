import { randomUUID } from 'node:crypto';
import type { ClickHouseClient } from '@clickhouse/client';
import { slotOf, weekNumber, weekOf } from '@vigie/schemas/calendar';

export interface Sent {
	readonly at: string;
	readonly platform: string;
	readonly failureKind?: string;
	readonly territory?: string;
	/** Number that stands for the device, the structure and, two structures each, the organisation. */
	readonly who: number;
	readonly device?: number;
	readonly ownPlatform?: boolean;
	readonly retracted?: boolean;
	readonly id?: string;
	readonly revision?: number;
}

/** storeAlerts writes alerts as the loader does. */
export const storeAlerts = async (hand: ClickHouseClient, alerts: readonly Sent[]): Promise<void> => {
	const values = alerts.map((alert, index) => ({
		id: alert.id ?? randomUUID(),
		revision: alert.revision ?? 0,
		retracted: alert.retracted ?? false,
		kind: 'dysfunction.alerted',
		version: '1-0-0',
		taxonomy: '2026.1',
		observedAt: alert.at,
		receivedSlot: slotOf(new Date(alert.at)),
		receivedWeek: weekNumber(weekOf(new Date(alert.at))),
		channel: 'DEVICE',
		roleFamily: 'TRAVAIL_SOCIAL',
		structureFamily: 'DEPARTEMENT',
		territory: alert.territory ?? ['35', '75', '69'][alert.who % 3],
		ownPlatform: alert.ownPlatform ?? false,
		reporterToken: String(alert.device ?? alert.who),
		structureToken: String(alert.who),
		organisationToken: String(Math.floor(alert.who / 2) + 1),
		recordKey: '0',
		bodyHash: String(index),
		platform: alert.platform,
		failureKind: alert.failureKind ?? 'NON_PRECISE',
		factors: [],
		sourcePartition: 0,
		sourceOffset: '0',
	}));
	await hand.insert({ table: 'private.events', values, format: 'JSONEachRow' });
};
