import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openComment } from '@vigie/kit/sealed-comment';
import { slotOf } from '@vigie/schemas/calendar';
import { expect, test } from 'vitest';
import { useIntake } from './use-intake.js';

const key = Buffer.alloc(32, 7);
const intake = await useIntake({
	comments: true,
	prepareKeys: (directory) =>
		writeFile(join(directory, 'comments.key'), `${key.toString('hex')}\n`, { mode: 0o600 }),
});
const comment = (text: string, event: string = randomUUID()) => ({ event, text });
const send = (body: unknown) => intake.post(body, intake.device, '/v1/comments');
const ofEvent = async (event: string) =>
	(await intake.onComments()).filter((message) => String(message.key) === event);

test('words that name nobody are kept sealed under the comments key, stamped no finer than their slot', async () => {
	const sent = {
		...comment('Le bouton « Envoyer » reste grisé depuis hier.'),
		platform: 'AMELI',
		step: 'ENVOI',
	};

	const response = await send(sent);

	expect([response.status, await response.json()]).toEqual([202, { comment: 'accepted' }]);
	const [message] = await ofEvent(sent.event);
	const bytes = message?.value ?? Buffer.alloc(0);
	expect(bytes.includes('grisé')).toBe(false);
	const kept = openComment(sent.event, bytes, key);
	expect(kept).toEqual({ ...sent, receivedSlot: slotOf(new Date(Number(message?.timestamp))) });
	expect(() => openComment(randomUUID(), bytes, key)).toThrow();
	expect(() => openComment(sent.event, bytes, Buffer.alloc(32, 8))).toThrow();
});

test('words that hold personal data are answered with the kinds found, and written nowhere', async () => {
	const sent = comment('Mme Tartempion, 2 84 05 99 999 001 80, attend depuis 3 mois');

	const response = await send(sent);

	const answer = await response.text();
	expect(response.status).toBe(202);
	expect(JSON.parse(answer)).toEqual({ comment: 'refused', reasons: ['nom', 'nir'] });
	expect(answer).not.toContain('Tartempion');
	expect(await ofEvent(sent.event)).toEqual([]);
});

test.each([
	['no text', { event: randomUUID() }],
	['an empty text', comment('')],
	['281 characters', comment('a'.repeat(281))],
	['an event that is no UUID', { event: 'Tartempion', text: 'rien' }],
	['a platform that no list holds', { ...comment('rien'), platform: 'TARTEMPION' }],
	['a step that is no code', { ...comment('rien'), step: 'Tartempion' }],
	['a field too many', { ...comment('rien'), author: 'Tartempion' }],
])('a body that is not the contract is refused without a word of it: %s', async (_case, body) => {
	const response = await send(body);

	expect(response.status).toBe(422);
	expect(await response.text()).not.toMatch(/Tartempion|aaa/i);
});

test('nobody sends a comment without a credential, and everybody may ask whether they are taken', async () => {
	expect((await intake.post(comment('rien'), 'Bearer no', '/v1/comments')).status).toBe(401);
	expect(await (await fetch(`${intake.url}/v1/comments`)).json()).toEqual({ comments: 'on' });
});

test('what became of comments is counted by kind, never by a word', async () => {
	const metrics = await (await fetch(`${intake.url}/metrics`)).text();

	expect(metrics).toMatch(/ingest_comments_total\{outcome="refused"[^}]*\} [1-9]/);
	expect(metrics).toMatch(/ingest_comment_refusals_total\{reason="nir"[^}]*\} [1-9]/);
	expect(metrics).not.toMatch(/Tartempion/i);
});
