import { runCommand } from './command.js';
import { withEngines } from './engines-at-hand.js';
import { runBackup } from './run-backup.js';

const help = `npm run backup -- --to DIR [--keys DIR] [--real]

Writes everything of a stack that cannot be had again into a new folder; the stack may run.

  --to DIR     the new folder: it holds what the store holds, tokens of open weeks too
  --keys DIR   a folder elsewhere that becomes a copy of the key directory; without it no key is copied
  --real       the real world, instead of the demonstration
`;

await runCommand({
	direction: 'to',
	help,
	run: async ({ options: { folder, keys }, config, steps, logger }) => {
		await withEngines(config, steps, true, (place) => runBackup(place, { to: folder, keys }, steps, logger));
		steps.note(`\n  The backup is in ${folder}`);
		steps.note(
			keys === null
				? '  No key was copied: without the keys it cannot be restored as it was.\n'
				: `  Its keys are in ${keys}: keep them elsewhere.\n`,
		);
	},
});
