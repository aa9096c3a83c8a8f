import { createHmac } from 'node:crypto';
import { JUDGE_WEEKS, WATCH_OUTAGES } from '@vigie/detector/jobs/detection-queue';
import { createKafka } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import { CSRF_HEADER, Me } from '@vigie/schemas/accounts/session';
import { addWeeks, slotOf, weekBounds, weekOf } from '@vigie/schemas/calendar';
import { LiveLevels } from '@vigie/schemas/live';
import { type PublicReport, PublicReports } from '@vigie/schemas/reports/http';
import { ReportEvent } from '@vigie/schemas/reports/report-event';
import { WebhookIssued } from '@vigie/schemas/settings';
import { PrivateSignal, PublishedSignal } from '@vigie/schemas/signal';
import { topicsWithPrefix } from '@vigie/schemas/topics';
import { alertFrom } from '@vigie/test/alert-from';
import { askDetector } from '@vigie/test/ask-detector';
import { openPage, type TestPage } from '@vigie/test/browser';
import { cleanUp } from '@vigie/test/cleanup';
import { launchChromium } from '@vigie/test/launch-chromium';
import { clickhouseOf } from '@vigie/test/own-stack';
import { plainText, useMailbox } from '@vigie/test/use-mailbox';
import { useReceiver } from '@vigie/test/use-receiver';
import { useStack } from '@vigie/test/use-stack';
import { followLog } from '@vigie/test/verify/follow-log';
import type { BrowserContextOptions } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { signIn } from '../../services/api/test/accounts/use-identity.js';
import { openLivedWeeks } from './lived-weeks.js';

const PLATFORM = 'CAF_MON_COMPTE';
const SLOW = { timeout: 90_000, interval: 250 };
/** Weeks before this one: the fewest from which the detector knows what is usual by a series' own past. */
const HISTORY = 10;

const mailbox = await useMailbox();
const receiver = await useReceiver();
const stack = await useStack({
	env: {
		VIGIE_SMTP_URL: mailbox.url,
		VIGIE_MAIL_FROM: 'vigie@example.org',
		VIGIE_WEBHOOK_LOOPBACK: 'allow',
		VIGIE_DEMO_BODIES: 'silent',
	},
});
const browser = await launchChromium();
cleanUp(() => browser.close());
const store = await clickhouseOf(stack, 'migrator');
cleanUp(() => store.close());
const kafka = createKafka(
	{ KAFKA_BROKERS: z.string().parse(stack.env.KAFKA_BROKERS) },
	'caf-story',
	createLogger('caf-story', 'silent'),
);
const weeks = await openLivedWeeks(stack, kafka, store);

/** openPatiently opens a page that waits as long as everything else here: a busy machine is no failure. */
const openPatiently = async (options?: BrowserContextOptions): Promise<TestPage> => {
	const opened = await openPage(browser, options);
	opened.page.setDefaultTimeout(SLOW.timeout);
	return opened;
};

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

/** countOf gives how many rows a query finds in the store. */
const countOf = async (from: string): Promise<number> => {
	const rows = await store.query({ query: `SELECT uniqExact(id) AS n FROM ${from}`, format: 'JSONEachRow' });
	return z.array(z.object({ n: z.coerce.number() })).parse(await rows.json())[0]?.n ?? 0;
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

const thisWeek = weekOf(new Date());
const after = (count: number): string => addWeeks(thisWeek, count);
const usual = { [PLATFORM]: 1, AMELI: 1 };
const broken = { ...usual, [PLATFORM]: 3 };

test('the CAF incident: from the first alert to the repair that the field confirms weeks later, then to its return, each found by the detector', {
	timeout: 600_000,
}, async () => {
	const secret = await addressCnaf();
	const past = Array.from({ length: HISTORY }, (_, index) => after(index - HISTORY));
	for (const week of past) await weeks.declare(week, usual);
	await weeks.close(past);

	// Workers find caf.fr down.
	for (let index = 0; index < 16; index += 1) await alertFrom(stack, index, PLATFORM);
	await vi.waitUntil(
		async () => (await countOf("private.events WHERE channel = 'API_PARTENAIRE'")) === 16,
		SLOW,
	);
	await askDetector(stack, WATCH_OUTAGES, { slot: slotOf(new Date()) });
	await vi.waitUntil(async () => {
		const { levels } = LiveLevels.parse(await (await fetch(new URL('/v1/live', stack.url))).json());
		return levels.some(({ platform }) => platform === PLATFORM);
	}, SLOW);
	const worker = await openPatiently({ viewport: { width: 320, height: 800 } });
	await worker.page.goto(await stack.makeLink());
	await worker.page.getByRole('button', { name: 'Travail social' }).click();
	await worker.page.getByRole('button', { name: 'C’est parti' }).click();
	await worker.page
		.getByRole('button', { name: /^caf\.fr.*perturbation signalée.*Je constate aussi$/is })
		.click();

	// Its body is told, by mail and by a signed webhook, with one link and no number.
	const opened = await untilState('sent');
	await vi.waitUntil(() => mailbox.mails.length > 0 && receiver.received.length > 0, SLOW);
	const mail = plainText(mailbox.mails[0] ?? '');
	const [link = ''] = /http:\/\/127\.0\.0\.1:\d+\/organisme\/\S*signalement=r-[0-9a-f]{24}/.exec(mail) ?? [];
	expect(link).toContain(opened.id);
	const [hook] = receiver.received;
	const signed = createHmac('sha256', secret)
		.update(`${hook?.headers['webhook-id']}.${hook?.headers['webhook-timestamp']}.${hook?.body}`)
		.digest('base64');
	expect(hook?.headers['webhook-signature']).toBe(`v1,${signed}`);

	// Camille follows the link, signs in, and answers.
	const camille = await openPatiently();
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
	await untilState('mended');

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
		{ timeout: 150_000, interval: 2_000 },
	);
	await worker.page.getByRole('button', { name: 'Oui', exact: true }).click();
	await worker.page.getByText('Vous avez répondu : Oui.').waitFor();
	await vi.waitUntil(
		async () => (await countOf("private.events WHERE kind = 'repair.confirmed'")) === 1,
		SLOW,
	);

	// The rest of the week is as bad; then come two as they always were, in which others of the field see it work.
	await weeks.declare(thisWeek, broken);
	await weeks.declare(after(1), usual);
	await weeks.seeMended(after(1), PLATFORM, 8);
	await weeks.declare(after(2), usual);
	await stack.liveOn(['publisher', 'detector'], new Date(weekBounds(after(3)).end.getTime() + 3_600_000));
	await weeks.close([thisWeek, after(1), after(2)]);
	await askDetector(stack, JUDGE_WEEKS, {});
	const confirmed = await untilState('confirmed');
	expect(confirmed.repair).toMatchObject({ verdict: 'recovered', mended: '6-9', broken: null });
	await camille.page.reload();
	await camille.page.getByText('Réparation confirmée par le terrain').first().waitFor();

	// It comes back: the report reopens by itself, and its body is told again.
	const before = mailbox.mails.length;
	await weeks.declare(after(3), broken);
	await weeks.close([after(3)]);
	await askDetector(stack, JUDGE_WEEKS, {});
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

/** readWhole reads a topic from its beginning to where it ends now. */
const readWhole = async (topic: string): Promise<readonly unknown[]> => {
	const admin = kafka.admin();
	await admin.connect();
	const ends = await admin.fetchTopicOffsets(topic);
	await admin.disconnect();
	const read: unknown[] = [];
	const log = await followLog(kafka, topic, (messages) => {
		for (const { value } of messages) read.push(JSON.parse(value?.toString() ?? ''));
	});
	await vi.waitUntil(
		() => ends.every(({ partition, high }) => (log.next.get(partition) ?? 0n) >= BigInt(high)),
		SLOW,
	);
	await log.close();
	return read;
};

test('each word of that story came by one chain: the detector on signals.private, the publisher’s door under another name and without a number, the reporter', {
	timeout: 120_000,
}, async () => {
	const { signalsPrivate, signalsPublished, reports } = topicsWithPrefix(stack.topicPrefix);
	const said = z.array(PrivateSignal).parse(await readWhole(signalsPrivate));
	const passed = z.array(PublishedSignal).parse(await readWhole(signalsPublished));
	const lived = (await readWhole(reports)).flatMap((event) => ReportEvent.safeParse(event).data?.fact ?? []);

	const names = new Set(passed.map(({ id }) => id));
	expect(said.map(({ id }) => id.replaceAll('-', '')).filter((id) => names.has(id))).toEqual([]);
	for (const { family, asOf } of passed)
		expect(said).toContainEqual(expect.objectContaining({ family, asOf }));
	const familyOf = (signal: string) => passed.find(({ id }) => id === signal)?.family;
	const by = lived.flatMap((fact) => ('signal' in fact ? [[fact.type, familyOf(fact.signal)]] : []));
	expect(by.filter(([, family]) => family === undefined)).toEqual([]);
	expect(by).toEqual(
		expect.arrayContaining([
			['opened', 'outage'],
			['in_observation', 'verdict'],
			['confirmed', 'verdict'],
			['reopened', expect.stringMatching(/burst|verdict/)],
		]),
	);
});
