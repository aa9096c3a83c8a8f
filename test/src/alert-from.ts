import { randomUUID } from 'node:crypto';
import { openAdminClient } from '@vigie/demonstration/admin-client';
import { hourOf } from '@vigie/schemas/calendar';
import { z } from 'zod';
import type { OwnStack } from './own-stack.js';
import { untilKeyKnown } from './until-key-known.js';

/** alertFrom declares that a platform is down, as a structure of its own: one of five organisations, in one of two départements. */
export const alertFrom = async (
	stack: Pick<OwnStack, 'apiUrl' | 'intakeUrl' | 'keys' | 'url'>,
	index: number,
	platform: string,
): Promise<void> => {
	const admin = await openAdminClient(stack.apiUrl, stack.keys);
	const structure = {
		id: `structure-${index}`,
		label: `Structure ${index}`,
		organisation: `organisation-${index % 5}`,
		family: 'DEPARTEMENT',
		departement: ['35', '75'][index % 2],
		body: null,
	};
	await admin.post('/admin/structures', structure, z.unknown());
	const order = { structure: structure.id, roleFamily: 'TRAVAIL_SOCIAL', scopes: ['ingest'] };
	const { key } = await admin.post('/admin/api-keys', order, z.object({ key: z.string() }));
	await untilKeyKnown(stack.intakeUrl, key);
	const event = {
		id: randomUUID(),
		revision: 0,
		retracted: false,
		kind: 'dysfunction.alerted',
		version: '1-0-0',
		taxonomy: '2026.1',
		observedAt: hourOf(new Date()),
		platform,
	};
	const { status } = await fetch(new URL('/v1/events', stack.url), {
		method: 'POST',
		headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
		body: JSON.stringify(event),
	});
	if (status !== 202) throw new Error(`an alert was answered ${status}`);
};
