import { CommentBody } from '@vigie/schemas/comment';
import { Event } from '@vigie/schemas/events';
import { detect } from '@vigie/schemas/personal-data/detect';
import { readHost } from '@vigie/schemas/proposals/host';
import { namesSomebody } from '@vigie/schemas/proposals/names-somebody';
import { ProposalBody } from '@vigie/schemas/proposals/proposal';
import { platformOfHostname, readCode, TAXONOMY_VERSION } from '@vigie/schemas/taxonomy';
import { expect, test } from 'vitest';
import { drawAlert } from '../src/declarations.js';
import { fieldComments, proposedPlatforms } from '../src/live/field-words.js';
import { createRandom } from '../src/random.js';

test('each proposed platform would be taken: a site that is in no list, names nobody, and says that it is an example', () => {
	for (const { structures, ...proposal } of proposedPlatforms) {
		const { host, body } = ProposalBody.parse(proposal);

		expect(readHost(host)).toEqual({ ok: true, host });
		expect([namesSomebody(host), platformOfHostname(host)]).toEqual([false, undefined]);
		expect(host).toMatch(/\.exemple\.fr$/);
		if (body !== undefined) expect(readCode('bodies', body, TAXONOMY_VERSION).ok).toBe(true);
		expect(structures).toBeGreaterThan(0);
	}
});

test('each comment would be taken: about a valid alert, without personal data, and said to be a demonstration’s', () => {
	const random = createRandom('test');
	for (const { text, ...failure } of fieldComments) {
		const alert = Event.parse(drawAlert(random, Date.parse('2026-11-23T10:00:00Z'), failure, true));
		const { platform, step, kind: failureKind } = failure;

		expect(alert).toMatchObject({ platform, step, failureKind });
		expect(CommentBody.safeParse({ event: alert.id, text, platform, step, failureKind }).success).toBe(true);
		expect(detect(text)).toEqual([]);
		expect(text).toMatch(/^Démonstration : /);
		for (const [list, code] of [
			['platforms', platform],
			['steps', step],
			['failureKinds', failureKind],
		] as const)
			expect(readCode(list, code, TAXONOMY_VERSION).ok).toBe(true);
	}
});
