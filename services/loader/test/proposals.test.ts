import { createQuerier } from '@vigie/kit/clickhouse';
import { PROPOSAL_CONTRACT } from '@vigie/schemas/proposals/proposal';
import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { useStream, waitUntil } from './fixture.js';

const clickhouse = await useClickHouse();
const read = createQuerier(clickhouse.clientOf('api'))({
	sql: `
		SELECT host, toString(structure) AS structure, toString(proposals.week) AS week, body
		FROM state.platform_proposals AS proposals FINAL
		ORDER BY host, structure, week`,
	params: z.object({}),
	row: z.object({ host: z.string(), structure: z.string(), week: z.string(), body: z.string() }),
});
const proposal = (over: object = {}) => ({
	contract: PROPOSAL_CONTRACT,
	host: 'portail.exemple.fr',
	body: null,
	structure: '18446744073709551615',
	week: '2026-W48',
	...over,
});

test('a platform that is proposed is stored once a structure and week, however often it is sent or read, and what is no proposal is left out', async () => {
	const stream = await useStream();
	await stream.startLoader(clickhouse.configOf('loader'));
	const send = (...values: object[]) =>
		stream.send(
			values.map((value) => ({ key: 'host', value: JSON.stringify(value) })),
			'proposals.v1',
		);

	await send(proposal(), { ...proposal(), structure: 'ccas-lyon' }, proposal({ week: '2026-W49' }));
	await send(proposal({ body: 'DEPARTEMENT' }));
	await send(proposal({ host: 'last.exemple.fr' }));
	await waitUntil(async () => (await read({})).length === 3, 'the proposal sent last');

	const whole = { host: 'portail.exemple.fr', structure: '18446744073709551615' };
	expect(await read({})).toEqual([
		{ host: 'last.exemple.fr', structure: '18446744073709551615', week: '2026-11-23', body: '' },
		{ ...whole, week: '2026-11-23', body: 'DEPARTEMENT' },
		{ ...whole, week: '2026-11-30', body: '' },
	]);
});
