import { parseArgs } from 'node:util';
import { z } from 'zod';
import { worldOf } from '../bootstrap/data-folder.mjs';
import type { StackOptions } from './stack-config.js';

const Port = z.coerce.number('--port needs a number').int().min(1).max(65_535);

/** readOptions reads the command line of `npm start`, or throws a sentence about what it does not know. */
export const readOptions = (args: readonly string[], env: NodeJS.ProcessEnv): StackOptions => {
	const { values } = parseArgs({
		args: [...args],
		options: {
			real: { type: 'boolean' },
			'no-history': { type: 'boolean' },
			port: { type: 'string' },
			help: { type: 'boolean' },
		},
	});
	return {
		world: worldOf(args, env),
		history: !values['no-history'],
		...(values.port !== undefined && { port: Port.parse(values.port) }),
	};
};
