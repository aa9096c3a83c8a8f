import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { cleanUp } from './cleanup.js';

/** useMailbox is a real SMTP server: it keeps what it takes, as it came, and has no box for `gone@`. With a certificate it speaks TLS only. */
export const useMailbox = async (certificate?: { readonly cert: string; readonly key: string }) => {
	const mails: string[] = [];
	const server = new SMTPServer({
		authOptional: true,
		...(certificate && { ...certificate, secure: true }),
		disabledCommands: ['STARTTLS'],
		onRcptTo: ({ address }, _session, done) =>
			address.startsWith('gone@')
				? done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }))
				: done(),
		onData: (stream, _session, done) => {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				mails.push(Buffer.concat(chunks).toString('utf8'));
				done();
			});
		},
	});
	// A client that does not trust the certificate breaks the connection: what a test is about.
	server.on('error', () => undefined);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	cleanUp(() => new Promise<void>((resolve) => server.close(() => resolve())));
	// A server that listens on a port has an address of that kind.
	const { port } = server.server.address() as AddressInfo;
	return { url: `${certificate ? 'smtps' : 'smtp'}://127.0.0.1:${port}`, mails };
};

/** plainText gives the words of a mail: quoted-printable back to what it says, enough to look for some. */
export const plainText = (mail: string): string =>
	Buffer.from(
		mail
			.replaceAll(/=\r?\n/g, '')
			.replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
		'latin1',
	).toString('utf8');
