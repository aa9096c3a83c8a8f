import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { proposalId } from '@vigie/kit/proposal-id';
import { parisDateOf } from '@vigie/schemas/calendar';
import type { RecordOf } from '@vigie/schemas/registry';
import { expect, test } from 'vitest';
import { ID_KEY } from './keys.js';
import { useIntake } from './use-intake.js';

const FORMER = Buffer.alloc(32, 8);
const decided: RecordOf<'platform-proposal'> = {
	type: 'platform-proposal',
	id: proposalId(FORMER, 'ancien.exemple.fr'),
	decision: { outcome: 'refused', reason: 'UNREACHABLE' },
	decidedOn: parisDateOf(new Date()),
};

test('what was decided before the key was changed is answered, by the id that it has; a new platform is named under the new key', async () => {
	const intake = await useIntake({
		records: [decided],
		prepareKeys: (directory) =>
			writeFile(join(directory, 'comments-previous.key'), `${FORMER.toString('hex')}\n`),
	});
	const propose = async (host: string): Promise<unknown> =>
		(await intake.post({ host }, undefined, '/v1/proposals')).json();

	expect(await propose('ancien.exemple.fr')).toEqual({ proposal: 'answered', id: decided.id });
	expect(await propose('nouveau.exemple.fr')).toEqual({
		proposal: 'kept',
		id: proposalId(ID_KEY, 'nouveau.exemple.fr'),
	});
	expect((await intake.onProposals()).map(({ key }) => String(key))).toEqual(['nouveau.exemple.fr']);
});
