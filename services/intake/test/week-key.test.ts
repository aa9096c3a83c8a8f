import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { weekOf } from '@vigie/schemas/calendar';
import { expect, test } from 'vitest';
import { alert } from './events.js';
import { expectProblem } from './problems.js';
import { useIntake } from './use-intake.js';

test('without the week’s key nothing is accepted; it is, from the moment the key is made', async () => {
	const intake = await useIntake({ weeks: false });

	const refused = await intake.post(alert());

	expect(refused.headers.get('retry-after')).not.toBeNull();
	await expectProblem(refused, 503, 'unavailable');
	expect(await intake.onTopic()).toEqual([]);
	const file = join(intake.keys.directory, 'weeks', `${weekOf(new Date())}.key`);
	await writeFile(file, `${randomBytes(32).toString('hex')}\n`);
	expect((await intake.post(alert())).status).toBe(202);
});
