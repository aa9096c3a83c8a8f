import { parseArgs } from 'node:util';
import { DeadReason } from '@vigie/schemas/dead-letter';
import { z } from 'zod';
import type { Choice } from '../letters/choice.js';

/** USAGE is what the command says when it is not understood. */
export const USAGE = `Usage : npm run deadletters -- <action> [origines...] [options]

  list      ce qui attend, et pourquoi
  show      une origine (events.v1/0/1234) : où et pourquoi elle ne peut être enregistrée ; --bytes donne ses octets
  replay    remet sur events.v1 ce que cette version sait lire ; --force : même le reste
  drop      abandonne ; il faut dire quoi, ou --all

  --reason <raison>      ${DeadReason.options.join(', ')} ; peut être répété
  --partition <n>        partition d’origine
  --since <instant>      lu à partir de là : 2026-11-20 ou 2026-11-20T10:00:00Z
  --kind <genre>         dysfunction.alerted
  --version <version>    1-0-0
  --limit <n>            au plus n messages
  --dry-run              dit ce qui serait fait, ne fait rien`;

const Values = z.strictObject({
	reason: z.array(z.union([DeadReason, z.literal('unknown')])).default([]),
	partition: z.coerce.number().int().min(0).optional(),
	since: z.union([z.iso.date(), z.iso.datetime()]).optional(),
	kind: z.string().optional(),
	version: z.string().optional(),
	limit: z.coerce.number().int().min(1).optional(),
	'dry-run': z.boolean().default(false),
	force: z.boolean().default(false),
	all: z.boolean().default(false),
	bytes: z.boolean().default(false),
});

const Action = z.enum(['list', 'show', 'replay', 'drop']);

/** Order is a command that was understood. */
export interface Order {
	readonly action: z.infer<typeof Action>;
	readonly choice: Choice;
	readonly limit: number;
	readonly dryRun: boolean;
	readonly force: boolean;
	readonly all: boolean;
	readonly bytes: boolean;
}

const parse = (args: readonly string[]) =>
	parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			reason: { type: 'string', multiple: true },
			partition: { type: 'string' },
			since: { type: 'string' },
			kind: { type: 'string' },
			version: { type: 'string' },
			limit: { type: 'string' },
			'dry-run': { type: 'boolean' },
			force: { type: 'boolean' },
			all: { type: 'boolean' },
			bytes: { type: 'boolean' },
		},
	});

/** readOrder reads the arguments of the command; null when they are not understood. */
export const readOrder = (args: readonly string[]): Order | null => {
	try {
		const { positionals, values } = parse(args);
		const [action, ...origins] = positionals;
		const { reason, partition, since, kind, version, limit, ...flags } = Values.parse({ ...values });
		return {
			action: Action.parse(action),
			choice: {
				origins,
				reasons: reason,
				partition,
				since: since === undefined ? undefined : new Date(since),
				kind,
				version,
			},
			limit: limit ?? Number.POSITIVE_INFINITY,
			dryRun: flags['dry-run'],
			force: flags.force,
			all: flags.all,
			bytes: flags.bytes,
		};
	} catch {
		// An option that does not exist, or a value that is none.
		return null;
	}
};
