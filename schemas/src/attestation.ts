import { z } from 'zod';
import { Code } from './events/envelope.js';
import { PublishedSignal, StructureBand } from './signal.js';

const Instant = z.iso.datetime();
const coordinates = PublishedSignal.shape.coordinates.shape;

/** ATTESTATION_CODE_LENGTH is how many characters a code has, without the dashes between groups of four. */
export const ATTESTATION_CODE_LENGTH = 32;

/** AttestedFacts are what an attestation says: all of it was published, and it names nobody. */
export const AttestedFacts = z.strictObject({
	platform: Code,
	step: coordinates.step,
	failureKind: coordinates.kind,
	/** FR, or R + région. */
	territory: coordinates.territory,
	family: PublishedSignal.shape.family.exclude(['verdict']),
	/** The highest that it came to. */
	level: z.enum(['signal', 'strong']),
	from: Instant,
	/** Null while it lasted when the attestation was made. */
	until: Instant.nullable(),
	/** When it was last observed. */
	lastSeen: Instant,
	band: StructureBand.nullable(),
});
export type AttestedFacts = z.infer<typeof AttestedFacts>;

/** Attestation is a dated page: what was published of a perturbation, and the code that anybody can verify. */
export const Attestation = z.strictObject({
	code: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){7}$/),
	world: z.enum(['demo', 'real']),
	/** The day in Paris on which it was made. */
	issuedOn: z.iso.date(),
	facts: AttestedFacts,
	/** SHA-256 of the facts, as JSON with the keys in the order of the contract. */
	hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Attestation = z.infer<typeof Attestation>;

/** AttestationQuery is what is asked: a platform, a day in Paris (today if none), and a territory if not all. */
export const AttestationQuery = z.strictObject({
	platform: Code,
	day: z.iso.date().optional(),
	territory: coordinates.territory.optional(),
});
export type AttestationQuery = z.infer<typeof AttestationQuery>;

/** Attestations is the answer of `GET /v1/attestations`: one for each perturbation that was published of that day; none when there was none. */
export const Attestations = z.strictObject({
	world: z.enum(['demo', 'real']),
	platform: Code,
	day: z.iso.date(),
	attestations: z.array(Attestation),
});
export type Attestations = z.infer<typeof Attestations>;

/** VerifiedAttestation is the answer of `GET /v1/attestations/{code}`: what that page said, and what is known of its end since. */
export const VerifiedAttestation = z.strictObject({
	attestation: Attestation,
	/** When it ended, as is known today; null while it lasts. */
	endedAt: Instant.nullable(),
});
export type VerifiedAttestation = z.infer<typeof VerifiedAttestation>;
