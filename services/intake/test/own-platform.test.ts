import { AdmittedEvent } from '@vigie/schemas/admitted-event';
import { expect, test } from 'vitest';
import { alert } from './events.js';
import { claimsOf, structureRecord } from './keys.js';
import { useIntake } from './use-intake.js';

const intake = await useIntake({
	records: [structureRecord({ id: 'caf', body: 'CAF' }), structureRecord({ id: 'former', body: null })],
});

const isOwn = async (authorization: string): Promise<boolean> => {
	const event = alert({ platform: 'CAF_MON_COMPTE' });
	expect((await intake.post(event, authorization)).status).toBe(202);
	const message = (await intake.onTopic()).find(({ key }) => String(key) === event.id);
	return AdmittedEvent.parse(JSON.parse(String(message?.value))).admission.ownPlatform;
};

test('whose platforms are a sender’s own is what the registry says of its structure, not what its old token does', async () => {
	const before = `Bearer ${await intake.keys.sign(claimsOf({ structure: 'caf', body: null }))}`;
	const since = `Bearer ${await intake.keys.sign(claimsOf({ structure: 'former', body: 'CAF' }))}`;

	expect(await isOwn(before)).toBe(true);
	expect(await isOwn(since)).toBe(false);
});

test('a device follows its structure when the registry changes its body', async () => {
	const device = `Bearer ${await intake.keys.sign(claimsOf({ structure: 'former' }))}`;
	expect(await isOwn(device)).toBe(false);

	await intake.register(structureRecord({ id: 'former', body: 'CAF' }));

	await expect.poll(() => isOwn(device), { timeout: 20_000 }).toBe(true);
});
