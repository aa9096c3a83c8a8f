import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { fieldComments, proposedPlatforms } from '../src/live/field-words.js';
import { speak } from '../src/live/speak.js';
import { createRandom } from '../src/random.js';
import { createWorld } from '../src/world.js';

const now = new Date('2026-11-23T10:00:00Z');
const devices = createWorld({ seed: 'test', now })
	.network.workers.slice(0, 200)
	.map((worker) => ({ worker, token: 'token' }));
const problem = { type: 'about:blank', title: 'Unavailable', status: 503, code: 'not_ready' };
const kept = { proposal: 'kept', id: `p-${'0'.repeat(32)}` };
const proposals = proposedPlatforms.reduce((sum, { structures }) => sum + structures, 0);

/** A front door that cuts the first post of each path, and answers the others. */
const openDoor = async (comments: () => { status: number; body: object } | null): Promise<string> => {
	const cut = new Set<string>();
	const door = createServer((request, response) => {
		const { method, url = '' } = request;
		const isFirst = method === 'POST' && !cut.has(url);
		if (isFirst) cut.add(url);
		const posted = { status: 200, body: url === '/v1/proposals' ? kept : { comment: 'accepted' } };
		const answer = method === 'GET' ? comments() : posted;
		if (isFirst || answer === null) request.socket.destroy();
		else response.writeHead(answer.status).end(JSON.stringify(answer.body));
	});
	await new Promise<void>((listening) => door.listen(0, '127.0.0.1', listening));
	onTestFinished(() => {
		door.closeAllConnections();
		door.close();
	});
	// Listening on a port, it has no other kind of address.
	return `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
};
const say = (url: string) => speak(url, devices, createRandom('test'), now.getTime());

test('what the field says and nobody answers is not counted, and stops nothing of what follows', async () => {
	const on = await openDoor(() => ({ status: 200, body: { comments: 'on' } }));
	// The first comment has no alert; the next one is cut itself.
	expect(await say(on)).toEqual({ proposals: proposals - 1, comments: fieldComments.length - 2 });

	const refusing = await openDoor(() => ({ status: 503, body: problem }));
	expect(await say(refusing)).toEqual({ proposals: proposals - 1, comments: 0 });

	const cutting = await openDoor(() => null);
	expect(await say(cutting)).toEqual({ proposals: proposals - 1, comments: 0 });
});
