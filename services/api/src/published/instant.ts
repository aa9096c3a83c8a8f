import { z } from 'zod';

/** Instant reads a moment of the store as a slot is written, without milliseconds. */
export const Instant = z.iso.datetime().transform((at) => `${new Date(at).toISOString().slice(0, 19)}Z`);
