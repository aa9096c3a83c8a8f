// Health check of a container, which has no curl: `node deploy/images/check-health.mjs 8081`.
import { readFileSync } from 'node:fs';
import { get as getClear } from 'node:http';
import { get } from 'node:https';

const [port] = process.argv.slice(2);
const { VIGIE_TLS_CERT, VIGIE_CA } = process.env;
const address = { host: '127.0.0.1', servername: 'localhost', port, path: '/health/ready' };
const tell = ({ statusCode }) => process.exit(statusCode === 200 ? 0 : 1);

const request = VIGIE_TLS_CERT
	? get({ ...address, ca: VIGIE_CA && readFileSync(VIGIE_CA) }, tell)
	: getClear(address, tell);
request.on('error', () => process.exit(1));
