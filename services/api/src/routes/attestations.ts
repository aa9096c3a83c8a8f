import { ProblemError } from '@vigie/kit/problem-plugin';
import {
	type Attestation,
	AttestationQuery,
	type Attestations,
	type VerifiedAttestation,
} from '@vigie/schemas/attestation';
import { parisDateOf } from '@vigie/schemas/calendar';
import type { Clock } from '@vigie/schemas/clock';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { hashOfFacts, ID_DIGITS, isCodeOf, readCode, writeCode } from '../attestations/code.js';
import { covers, factsOf } from '../attestations/facts.js';
import type { SignalReader, SignalRow } from '../attestations/read-signals.js';
import { requireCode } from '../taxonomy-codes.js';

export interface AttestationOptions {
	readonly world: 'demo' | 'real';
	readonly clock: Clock;
	readonly readPublishedSignals: SignalReader;
	/** What codes are made with. */
	readonly attestationKey: Buffer;
}

const Params = z.object({ code: z.string().max(64) });
const DAY_MS = 86_400_000;
const reading = { config: { action: 'public:read' } } as const;

const bySignal = (rows: readonly SignalRow[]): readonly (readonly SignalRow[])[] => {
	const signals = new Map<string, SignalRow[]>();
	for (const row of rows) signals.set(row.id, [...(signals.get(row.id) ?? []), row]);
	return [...signals.values()];
};

/** attestationsRoute says what was published of the perturbations of a platform on a day, each with a code that anybody can verify. */
export const attestationsRoute = async (
	server: FastifyInstance,
	{ world, clock, readPublishedSignals, attestationKey }: AttestationOptions,
): Promise<void> => {
	const attestationOf = (versions: readonly SignalRow[], issuedOn: string): readonly Attestation[] => {
		const facts = factsOf(versions);
		const last = versions.at(-1);
		if (!facts || !last) return [];
		const parts = { idPrefix: last.id.slice(0, ID_DIGITS), version: last.version, issuedOn };
		const code = writeCode(attestationKey, parts, world, facts);
		return [{ code, world, issuedOn, facts, hash: hashOfFacts(facts) }];
	};

	server.get('/v1/attestations', reading, async (request, reply) => {
		const query = AttestationQuery.parse(request.query);
		requireCode('platforms', query.platform, 'platform');
		const now = clock.now();
		const [issuedOn, day] = [parisDateOf(now), query.day ?? parisDateOf(now)];
		// Two days later is after the end of that day, in Paris as anywhere; nothing began after now, nor before there were computers.
		const before = Math.min(Math.max(Date.parse(day), 0), now.getTime()) + 2 * DAY_MS;
		const rows = await readPublishedSignals.ofPlatform(query.platform, new Date(before));
		const answer: Attestations = {
			world,
			platform: query.platform,
			day,
			attestations: bySignal(rows)
				.flatMap((versions) => attestationOf(versions, issuedOn))
				.filter(({ facts }) => covers(facts, day))
				.filter(({ facts }) => (query.territory ?? facts.territory) === facts.territory),
		};
		return reply.header('cache-control', 'no-store').send(answer);
	});

	server.get('/v1/attestations/:code', reading, async (request, reply) => {
		const { code } = Params.parse(request.params);
		const parts = readCode(code);
		const rows = parts ? await readPublishedSignals.beginningWith(parts.idPrefix) : [];
		const all = bySignal(rows)[0] ?? [];
		const then = all.filter(({ version }) => version <= (parts?.version ?? 0));
		const facts = then.at(-1)?.version === parts?.version ? factsOf(then) : null;
		if (!parts || !facts || !isCodeOf(code, attestationKey, parts, world, facts))
			throw new ProblemError('attestation_unknown');
		const answer: VerifiedAttestation = {
			attestation: {
				code: writeCode(attestationKey, parts, world, facts),
				world,
				issuedOn: parts.issuedOn,
				facts,
				hash: hashOfFacts(facts),
			},
			endedAt: factsOf(all)?.until ?? null,
		};
		return reply.header('cache-control', 'no-store').send(answer);
	});
};
