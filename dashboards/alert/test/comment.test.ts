import { createServer } from 'node:http';
import { detect } from '@vigie/schemas/personal-data/detect';
import { expect, onTestFinished, test } from 'vitest';
import { takesComments } from '../src/comment/comment-switch.js';
import { markFindings } from '../src/comment/mark-findings.js';
import { sendComment } from '../src/comment/send-comment.js';

/** answering serves one answer over real HTTP, and keeps what it was asked. */
const answering = async (status: number, body: unknown) => {
	const asked: { authorization: string | undefined; body: string }[] = [];
	const server = createServer(async (request, response) => {
		let text = '';
		for await (const chunk of request) text += String(chunk);
		asked.push({ authorization: request.headers.authorization, body: text });
		response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	const fetching: typeof fetch = (path, init) => fetch(`http://127.0.0.1:${address.port}${path}`, init);
	return { fetching, asked };
};

const comment = { event: '6f1d3c1e-5a0f-4b7e-9c55-0d6a3a2f4b10', text: 'le bouton reste gris' };

test('the field is shown where the deployment says that it takes comments, and nowhere else', async () => {
	expect(await takesComments((await answering(200, { comments: 'on' })).fetching)).toBe(true);
	expect(await takesComments((await answering(200, { comments: 'off' })).fetching)).toBe(false);
	expect(await takesComments((await answering(404, { comments: 'on' })).fetching)).toBe(false);
	expect(await takesComments(() => Promise.reject(new TypeError('no network')))).toBe(false);
});

test('a comment leaves with its alert’s id and the device’s token, and nothing else', async () => {
	const { fetching, asked } = await answering(202, { comment: 'accepted' });

	expect(await sendComment(fetching, 'jeton', comment)).toEqual({ kind: 'accepted' });
	expect(asked).toEqual([{ authorization: 'Bearer jeton', body: JSON.stringify(comment) }]);
});

test.each([
	[
		'refused by the server',
		202,
		{ comment: 'refused', reasons: ['nom', 4] },
		{ kind: 'refused', reasons: ['nom'] },
	],
	['a server that is not there', 503, { code: 'unavailable' }, { kind: 'notSent' }],
	['a hotel’s portal', 202, 'bienvenue', { kind: 'notSent' }],
	['an answer of something else', 200, { comment: 'accepted' }, { kind: 'notSent' }],
])(
	'a comment that did not arrive is never taken for one that did: %s',
	async (_case, status, body, outcome) => {
		expect(await sendComment((await answering(status, body)).fetching, 'jeton', comment)).toEqual(outcome);
	},
);

test('without a network the comment is not sent, and the page goes on', async () => {
	const offline: typeof fetch = () => Promise.reject(new TypeError('no network'));

	expect(await sendComment(offline, 'jeton', comment)).toEqual({ kind: 'notSent' });
});

test('what is found is marked where it stands, and the pieces make the text again', () => {
	const text = 'Mme Tartempion, 06 12 34 56 78, attend';

	const pieces = markFindings(text, detect(text));

	expect(pieces.map((piece) => piece.text).join('')).toBe(text);
	expect(pieces.filter(({ marked }) => marked).map((piece) => piece.text)).toEqual([
		'Mme Tartempion',
		'06 12 34 56 78',
	]);
	expect(markFindings('rien', [])).toEqual([{ text: 'rien', marked: false }]);
});
