import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openAdminClient } from '@vigie/demonstration/admin-client';
import { DETECTION_QUEUE, queuePrefix, WATCH_OUTAGES } from '@vigie/detector/jobs/detection-queue';
import { createKafka, createProducer } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import { freePort } from '@vigie/local/ports';
import { CSRF_HEADER, Me } from '@vigie/schemas/accounts/session';
import { hourOf, slotOf, weekOf } from '@vigie/schemas/calendar';
import { LiveLevels } from '@vigie/schemas/live';
import { type PublicReport, PublicReports } from '@vigie/schemas/reports/http';
import { WebhookIssued } from '@vigie/schemas/settings';
import { PublishedSignal } from '@vigie/schemas/signal';
import { openPage } from '@vigie/test/browser';
import { cleanUp } from '@vigie/test/cleanup';
import { launchChromium } from '@vigie/test/launch-chromium';
import { clickhouseOf, startOwnStack } from '@vigie/test/own-stack';
import { closeUsualWeeks } from '@vigie/test/usual-weeks';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { SMTPServer } from 'smtp-server';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { signIn } from '../../services/api/test/accounts/use-identity.js';

const PLATFORM = 'CAF_MON_COMPTE';
const SLOW = { timeout: 90_000, interval: 250 };

/** useMailbox is a real SMTP server that keeps what it takes. */
const useMailbox = async () => {
	const mails: string[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData: (stream, _session, done) => {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				const text = Buffer.concat(chunks)
					.toString('latin1')
					.replaceAll(/=\r?\n/g, '');
				const bytes = text.replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) =>
					String.fromCharCode(Number.parseInt(hex, 16)),
				);
				mails.push(Buffer.from(bytes, 'latin1').toString('utf8'));
				done();
			});
		},
	});
	const port = await freePort();
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	cleanUp(() => new Promise<void>((resolve) => server.close(() => resolve())));
	return { url: `smtp://127.0.0.1:${port}`, mails };
};

interface Received {
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}
/** useReceiver is the body's own server of webhooks. */
const useReceiver = async () => {
	const received: Received[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
			response.writeHead(204).end();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	cleanUp(async () => {
		server.closeAllConnections();
		server.close();
	});
	// A server that listens on a port has an address of that kind.
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}/`, received };
};

const mailbox = await useMailbox();
const receiver = await useReceiver();
const stack = await startOwnStack({
	env: {
		VIGIE_SMTP_URL: mailbox.url,
		VIGIE_MAIL_FROM: 'vigie@example.org',
		VIGIE_WEBHOOK_LOOPBACK: 'allow',
		VIGIE_DEMO_BODIES: 'silent',
	},
});
cleanUp(() => stack.close());
const browser = await launchChromium();
cleanUp(() => browser.close());
const store = await clickhouseOf(stack, 'migrator');
cleanUp(() => store.close());
const producer = createProducer(
	createKafka(z.string().parse(stack.env.KAFKA_BROKERS), 'caf-story', createLogger('caf-story', 'silent')),
);
await producer.connect();
cleanUp(() => producer.disconnect());

/** addressCnaf says, as an administrator who signed in, where the reports of the CNAF go; it gives the webhook's secret. */
const addressCnaf = async (): Promise<Buffer> => {
	const jar = await signIn(stack.url, 'alix');
	const { csrf } = Me.parse(await (await jar.fetch(`${stack.url}/v1/me`)).json());
	const post = (path: string, body: object) =>
		jar.fetch(`${stack.url}/v1/bodies/CNAF/${path}`, {
			method: 'POST',
			headers: { [CSRF_HEADER]: csrf ?? '', 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
	expect((await post('recipients', { email: 'signalements@example.org' })).status).toBe(201);
	const { secret } = WebhookIssued.parse(await (await post('webhooks', { url: receiver.url })).json());
	return Buffer.from(secret.replace('whsec_', ''), 'base64');
};

const alertFrom = async (index: number): Promise<void> => {
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
	const event = {
		id: randomUUID(),
		revision: 0,
		retracted: false,
		kind: 'dysfunction.alerted',
		version: '1-0-0',
		taxonomy: '2026.1',
		observedAt: hourOf(new Date()),
		platform: PLATFORM,
	};
	const status = await vi.waitUntil(async () => {
		const response = await fetch(new URL('/v1/events', stack.url), {
			method: 'POST',
			headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
			body: JSON.stringify(event),
		});
		// A key is known a moment after it is made.
		return response.status === 401 ? null : response.status;
	}, SLOW);
	expect(status).toBe(202);
};

const judgeNow = async (): Promise<void> => {
	const connection = new Redis(z.string().parse(stack.env.REDIS_URL), { maxRetriesPerRequest: null });
	const queue = new Queue(DETECTION_QUEUE, { connection, prefix: queuePrefix('') });
	await queue.add(WATCH_OUTAGES, { slot: slotOf(new Date()) });
	await queue.close();
	connection.disconnect();
};

const report = async (): Promise<PublicReport | undefined> =>
	PublicReports.parse(await (await fetch(new URL('/v1/reports/public', stack.url))).json()).reports.find(
		({ platform }) => platform === PLATFORM,
	);
const untilState = (state: string) =>
	vi.waitUntil(async () => {
		const found = await report();
		return found?.state === state && found;
	}, SLOW);

/** sayVerdict writes what the publisher lets out of the field's verdict: weeks pass in between, which repair tests of the detector and of the door live through. */
const sayVerdict = async (id: string, says: 'recovered' | 'regressed', told: PublicReport): Promise<void> => {
	const signal = PublishedSignal.parse({
		contract: '1-0-0',
		id,
		version: 1,
		world: 'demo',
		transition: says === 'recovered' ? 'closed' : 'opened',
		family: 'verdict',
		level: says === 'recovered' ? 'usual' : 'strong',
		verdict: says,
		coordinates: { platform: PLATFORM, step: told.step, kind: told.failureKind, territory: 'FR' },
		onset: told.since,
		asOf: slotOf(new Date()),
		durationMinutes: 0,
		band: says === 'recovered' ? null : '10-19',
		sentence: { key: `verdict.${says}`, parameters: { platform: PLATFORM } },
		model: { name: 'repair', version: '1' },
		repair: {
			report: told.id,
			effectiveFrom: told.effectiveFrom,
			weeksToDecide: null,
			mended: null,
			broken: null,
		},
	});
	await producer.send({ topic: 'signals.published', messages: [{ key: id, value: JSON.stringify(signal) }] });
};

test('the CAF incident: from the first alert to the repair that the field confirms, then to its return', {
	timeout: 420_000,
}, async () => {
	const secret = await addressCnaf();
	await closeUsualWeeks(store, weekOf(new Date()), [PLATFORM, 'AMELI']);

	// Workers find caf.fr down.
	for (let index = 0; index < 16; index += 1) await alertFrom(index);
	await vi.waitUntil(async () => {
		const rows = await store.query({
			query: 'SELECT uniqExact(id) AS n FROM private.events',
			format: 'JSONEachRow',
		});
		const [first] = z.array(z.object({ n: z.coerce.number() })).parse(await rows.json());
		return first?.n === 16;
	}, SLOW);
	await judgeNow();
	await vi.waitUntil(async () => {
		const { levels } = LiveLevels.parse(await (await fetch(new URL('/v1/live', stack.url))).json());
		return levels.some(({ platform }) => platform === PLATFORM);
	}, SLOW);
	const worker = await openPage(browser, { viewport: { width: 320, height: 800 } });
	await worker.page.goto(await stack.makeLink());
	await worker.page.getByRole('button', { name: 'Travail social' }).click();
	await worker.page.getByRole('button', { name: 'C’est parti' }).click();
	await worker.page
		.getByRole('button', { name: /^caf\.fr.*perturbation signalée.*Je constate aussi$/is })
		.click();

	// Its body is told, by mail and by a signed webhook, with one link and no number.
	const opened = await untilState('sent');
	await vi.waitUntil(() => mailbox.mails.length > 0 && receiver.received.length > 0, SLOW);
	const [mail = ''] = mailbox.mails;
	const [link = ''] = /http:\/\/127\.0\.0\.1:\d+\/organisme\/\S*signalement=r-[0-9a-f]{24}/.exec(mail) ?? [];
	expect(link).toContain(opened.id);
	const [hook] = receiver.received;
	const signed = createHmac('sha256', secret)
		.update(`${hook?.headers['webhook-id']}.${hook?.headers['webhook-timestamp']}.${hook?.body}`)
		.digest('base64');
	expect(hook?.headers['webhook-signature']).toBe(`v1,${signed}`);

	// Camille follows the link, signs in, and answers.
	const camille = await openPage(browser);
	await camille.page.goto(link);
	await camille.page.getByRole('link', { name: 'Se connecter' }).click();
	await camille.page.getByRole('button', { name: /^Camille/ }).click();
	await camille.page.getByRole('heading', { name: 'Répondre' }).waitFor();
	const answer = async (choice: string, fill: () => Promise<void>, verb: string) => {
		await camille.page.getByRole('radio', { name: choice, exact: true }).check();
		await fill();
		await camille.page.getByRole('button', { name: verb, exact: true }).click();
		await camille.page.getByText('C’est publié.').waitFor();
	};
	const nothing = async (): Promise<void> => undefined;
	await answer('Reconnaître le problème', nothing, 'Reconnaître');
	await answer(
		'Publier un contournement',
		async () => {
			const nextWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
			await camille.page.getByLabel('Valable jusqu’au').fill(nextWeek);
			await camille.page.getByLabel(/Précision, publiée/).fill('L’application mobile marche.');
		},
		'Publier le contournement',
	);
	expect((await untilState('workaround_published')).workaround?.text).toBe('L’application mobile marche.');
	await answer('Dire que c’est corrigé', nothing, 'Annoncer la correction');
	const mended = await untilState('mended');

	// The field reads it, and is asked; weeks later it has told: repaired.
	await worker.page.goto(new URL('/alerte/#suivi', stack.url).href);
	// What is public is kept half a minute by whoever passes it on: the worker looks again until it is there.
	await vi.waitUntil(
		async () => {
			await worker.page.reload();
			await worker.page.getByText('caf.fr').first().waitFor();
			return worker.page
				.getByText(/CNAF dit que c’est corrigé/)
				.first()
				.waitFor({ timeout: 3_000 })
				.then(
					() => true,
					() => false,
				);
		},
		{ timeout: 100_000, interval: 2_000 },
	);
	await sayVerdict('a'.repeat(32), 'recovered', mended);
	await untilState('confirmed');
	await camille.page.reload();
	await camille.page.getByText('Réparation confirmée par le terrain').first().waitFor();

	// It comes back: the report reopens by itself, and its body is told again.
	const before = mailbox.mails.length;
	await sayVerdict('b'.repeat(32), 'regressed', mended);
	const reopened = await untilState('reopened');
	expect(reopened.id).toBe(opened.id);
	await vi.waitUntil(() => mailbox.mails.length > before, SLOW);
	await camille.page.reload();
	await camille.page
		.getByText(/la panne est revenue/)
		.first()
		.waitFor();
	expect(reopened.life.map(({ type }) => type)).toEqual(
		expect.arrayContaining([
			'opened',
			'acknowledged',
			'workaround_published',
			'mended',
			'confirmed',
			'reopened',
		]),
	);
	// Who is not signed in yet is answered 401, and a demonstration's provider has no icon: said by the browser, and as it should be.
	const said = [...worker.complaints, ...camille.complaints];
	expect(said.filter((text) => !/status of (401|404)/.test(text))).toEqual([]);
});
