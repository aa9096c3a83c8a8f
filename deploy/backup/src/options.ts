import { parseArgs } from 'node:util';
import { worldOf } from '../../local/bootstrap/data-folder.mjs';

/** Options are what a command line asks for. */
export interface Options {
	readonly world: 'demo' | 'real';
	/** The backup's folder. */
	readonly folder: string;
	readonly keys: string | null;
}

/** readOptions reads `--<direction> DIR [--keys DIR] [--real]`; null when help is asked for; throws the help when the folder is missing. */
export const readOptions = (
	args: readonly string[],
	env: NodeJS.ProcessEnv,
	direction: 'to' | 'from',
	help: string,
): Options | null => {
	const options = {
		to: { type: 'string' },
		from: { type: 'string' },
		keys: { type: 'string' },
		real: { type: 'boolean' },
		help: { type: 'boolean' },
	} as const;
	const { values } = parseArgs({ args: [...args], options });
	const folder = values[direction];
	if (values.help) return null;
	if (folder === undefined) throw new Error(help);
	return { world: worldOf(args, env), folder, keys: values.keys ?? null };
};
