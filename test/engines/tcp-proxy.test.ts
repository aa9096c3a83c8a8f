import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { startTcpProxy, type TcpProxy } from '@vigie/test/tcp-proxy';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';

let echo: Server;
let proxy: TcpProxy;

beforeEach(async () => {
	echo = createServer((socket) => {
		socket.on('error', () => undefined);
		socket.pipe(socket);
	}).listen(0, '127.0.0.1');
	await once(echo, 'listening');
	const address = echo.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	proxy = await startTcpProxy(address.port);
});
afterEach(async () => {
	await proxy.close();
	echo.close();
});

/** closing resolves when the socket is gone, reset or not: `once` would reject on a reset. */
const closing = (socket: Socket): Promise<void> =>
	new Promise((resolve) => void socket.once('close', () => resolve()));

const open = async (): Promise<Socket> => {
	const socket = connect(proxy.port, '127.0.0.1');
	socket.on('error', () => undefined);
	await once(socket, 'connect');
	return socket;
};

const cleanUpSocket = (socket: Socket): void => {
	socket.on('error', () => undefined);
	onTestFinished(() => void socket.destroy());
};

const ask = async (socket: Socket, text: string): Promise<string> => {
	socket.write(text);
	const [data] = await once(socket, 'data');
	return String(data);
};

test('what is sent through arrives, both ways', async () => {
	expect(await ask(await open(), 'ping')).toBe('ping');
});

test('a cut breaks the connections that are open and refuses new ones', async () => {
	const socket = await open();
	await ask(socket, 'ping');
	const closed = closing(socket);

	proxy.cut();
	await closed;
	const late = connect(proxy.port, '127.0.0.1');
	late.on('error', () => undefined);

	await closing(late);
	expect(late.bytesRead).toBe(0);
});

test('after a restore, new connections work', async () => {
	proxy.cut();
	proxy.restore();

	expect(await ask(await open(), 'again')).toBe('again');
});

test('a delay holds data back in each direction and keeps its order', async () => {
	const socket = await open();
	await ask(socket, 'ping');
	proxy.delay(60);
	const startedMs = performance.now();

	for (const letter of 'abc') socket.write(letter);
	let text = '';
	while (text.length < 3) text += String((await once(socket, 'data'))[0]);

	expect(text).toBe('abc');
	expect(performance.now() - startedMs).toBeGreaterThanOrEqual(115);
});

test('a half-close ends the direction to the client, and what the client still sends arrives', async () => {
	const heard: string[] = [];
	echo.on('connection', (socket) => socket.on('data', (data) => heard.push(String(data))));
	const socket = connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true });
	cleanUpSocket(socket);
	await ask(socket, 'ping');
	const ended = once(socket, 'end');

	proxy.halfClose();
	await ended;
	socket.write('still here');

	await vi.waitUntil(() => heard.includes('still here'), { timeout: 10_000 });
});

test('an answer is swallowed once: the work is done, the asker never hears, the others do', async () => {
	const [asker, other] = [await open(), await open()];
	const swallowed = proxy.swallowAnswerTo('insert');
	let heard = '';
	asker.on('data', (data) => {
		heard += String(data);
	});

	expect(await ask(other, 'select')).toBe('select');
	asker.write('insert into');
	await swallowed;

	expect(await ask(other, 'insert too')).toBe('insert too');
	expect(heard).toBe('');
});

test('a request is swallowed once: nobody works on it, the next one passes', async () => {
	const heard: string[] = [];
	echo.on('connection', (socket) => socket.on('data', (data) => heard.push(String(data))));
	const [asker, other] = [await open(), await open()];
	const swallowed = proxy.swallowRequest('insert');

	asker.write('insert into');
	await swallowed;

	expect(await ask(other, 'insert too')).toBe('insert too');
	expect(heard).toEqual(['insert too']);
});
