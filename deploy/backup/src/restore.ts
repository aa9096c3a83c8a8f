import { runCommand } from './command.js';
import { putKeysBack } from './copy-keys.js';
import { keysOf, withEngines } from './engines-at-hand.js';
import { readBackup } from './read-backup.js';
import { runRestore } from './run-restore.js';

const help = `npm run restore -- --from DIR [--keys DIR] [--real]

Puts a backup into empty engines (npm run reset), or into an empty store beside the log that the backup was taken beside.
Services must be stopped; start them afterwards as usual.

  --from DIR   the folder of the backup
  --keys DIR   the folder of its keys; not needed when the key directory is still there
  --real       the real world, instead of the demonstration
`;

await runCommand({
	direction: 'from',
	help,
	run: async ({ options: { folder, keys, world }, config, steps, logger }) => {
		const manifest = await steps.step('the backup', () => readBackup(folder, world));
		if (keys !== null) await steps.step('keys', () => putKeysBack(keys, keysOf(config)));
		const { sameLog } = await withEngines(config, steps, false, (place) =>
			runRestore(place, folder, manifest, steps, logger),
		);
		steps.note(`\n  Restored as it was on ${manifest.createdAt}.`);
		steps.note(
			sameLog
				? '  What came after it is read again from the log at the next start.\n'
				: '  What came after it is lost: see deploy/backup/README.md for what that means.\n',
		);
	},
});
