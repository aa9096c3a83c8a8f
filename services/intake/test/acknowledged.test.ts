import { bodyHashOf } from '@vigie/kit/body-hash';
import { AdmittedEvent } from '@vigie/schemas/admitted-event';
import { slotOf } from '@vigie/schemas/calendar';
import { Receipt } from '@vigie/schemas/http';
import { expect, test } from 'vitest';
import { alert, failure, hoursFromNow, referral } from './events.js';
import { claimsOf, structureRecord } from './keys.js';
import { useIntake } from './use-intake.js';

const intake = await useIntake({ records: [structureRecord({ id: 'caf-rhone', body: 'CAF' })] });

const findOnTopic = async (id: string) => {
	const found = (await intake.onTopic()).filter(({ key }) => String(key) === id);
	expect(found).toHaveLength(1);
	return { message: found[0], admitted: AdmittedEvent.parse(JSON.parse(String(found[0]?.value))) };
};

test('an event that was answered 202 is on the topic, as it was sent, with what intake knows of its sender', async () => {
	const sent = failure();

	const response = await intake.post(sent);

	expect(response.status).toBe(202);
	const receipt = Receipt.parse(await response.json());
	const { admitted } = await findOnTopic(sent.id);
	expect(receipt).toEqual({ id: sent.id, revision: 0, receivedSlot: admitted.admission.receivedSlot });
	expect(admitted.event).toEqual(sent);
	expect(admitted.admission).toMatchObject({
		channel: 'FORMULAIRE',
		roleFamily: 'TRAVAIL_SOCIAL',
		structureFamily: 'CCAS',
		territory: '69',
		ownPlatform: false,
		bodyHash: bodyHashOf(sent),
	});
});

test('its message is named by CloudEvents headers and stamped no finer than its slot', async () => {
	const sent = alert();
	await intake.post(sent);

	const { message, admitted } = await findOnTopic(sent.id);

	const headers = Object.fromEntries(
		Object.entries(message?.headers ?? {}).map(([name, value]) => [name, String(value)]),
	);
	expect(headers).toEqual({
		ce_id: sent.id,
		ce_type: 'dysfunction.alerted',
		ce_dataschema: 'dysfunction.alerted/1-0-0',
	});
	const stampedAt = new Date(Number(message?.timestamp));
	expect(slotOf(stampedAt)).toBe(admitted.admission.receivedSlot);
	expect(stampedAt.getTime() % (15 * 60_000)).toBe(0);
});

test('no identifier of the sender is anywhere in what is written', async () => {
	const claims = claimsOf();
	const sent = alert();
	await intake.post(sent, `Bearer ${await intake.keys.sign(claims)}`);

	const { message } = await findOnTopic(sent.id);

	const written = JSON.stringify({ ...message, value: String(message?.value) });
	for (const identifier of [claims.sub, claims.structure, claims.organisation, claims.link])
		expect(written).not.toContain(identifier);
});

test('a telephone half a day ahead is believed, but not about the hour', async () => {
	const sent = alert({ observedAt: hoursFromNow(12) });

	expect((await intake.post(sent)).status).toBe(202);

	const { admitted } = await findOnTopic(sent.id);
	expect(admitted.event.observedAt).toBe(`${admitted.admission.receivedSlot.slice(0, 14)}00:00Z`);
	expect(admitted.admission.bodyHash).toBe(bodyHashOf(sent));
});

test('35 days ago is not too old', async () => {
	expect((await intake.post(alert({ observedAt: hoursFromNow(-24 * 35) }))).status).toBe(202);
});

test('a referral is stamped with its région, where circuits are not one of a kind', async () => {
	const sent = referral();
	await intake.post(sent);

	expect((await findOnTopic(sent.id)).admitted.admission.territory).toBe('R84');
});

test('an event about a platform of the sender’s own body says so', async () => {
	const agent = `Bearer ${await intake.keys.sign(claimsOf({ structure: 'caf-rhone', body: 'CAF' }))}`;
	const own = alert({ platform: 'CAF_MON_COMPTE' });
	const other = alert({ platform: 'AMELI' });
	await intake.post(own, agent);
	await intake.post(other, agent);

	expect((await findOnTopic(own.id)).admitted.admission.ownPlatform).toBe(true);
	expect((await findOnTopic(other.id)).admitted.admission.ownPlatform).toBe(false);
});
