import type { Steps } from '../bootstrap/steps.mjs';
import { makeDemoLink } from './links.js';
import { type Death, describeEnding } from './processes/supervisor.js';
import type { Stack } from './stack.js';
import type { StackConfig } from './stack-config.js';

/** tellDeath says which process ended without being asked to, and its last lines. */
export const tellDeath = (steps: Steps, { name, ending, lastLines }: Death): void => {
	steps.note(`\n  ✗ ${name} ended ${describeEnding(ending)}; its last lines:`);
	for (const line of lastLines) steps.note(`      ${line}`);
};

/** tellAddresses says where the pages are and, in a demonstration, gives one enrolment link to click. */
export const tellAddresses = async (steps: Steps, stack: Stack, config: StackConfig): Promise<void> => {
	steps.note(`\n  ${stack.url}/            what Vigie is`);
	steps.note(`  ${stack.url}/alerte/     tell of a failure, in one tap`);
	steps.note(`  ${stack.url}/organisme/  what an institution reads and answers`);
	steps.note(`  ${stack.url}/tendances/  what fails, and where`);
	steps.note(`  ${stack.url}/administration/  accounts, structures, keys, addressees`);
	if (config.VIGIE_WORLD === 'demo') {
		const link = await makeDemoLink(stack.apiUrl, stack.keys, config.VIGIE_DEMO_SEED);
		steps.note(
			'\n  To sign in as an institution or an administrator, choose one of the people of the demonstration:',
		);
		steps.note(`  ${stack.url}/v1/session/login?return=/organisme/`);
		steps.note(`\n  To report from this browser, open  ${link}`);
	} else {
		steps.note('\n  A real world starts empty. A first structure and its link:  npm run enrol -- --help');
		steps.note('  A first administrator:  npm run admin-link -- --real');
	}
	steps.note('\n  Ctrl-C stops everything.\n');
};
