import { z } from 'zod';
import { Code } from './events/envelope.js';

/** DEVICE_TOKEN_TYPE is the `typ` header of a device token, a JWT signed with EdDSA (Ed25519). */
export const DEVICE_TOKEN_TYPE = 'vigie-device+jwt';

/** DeviceClaims is what a device's token says of its sender: enough to stamp an event, nothing about a person. */
export const DeviceClaims = z.strictObject({
	/** Random identifier of the device. */
	sub: z.uuidv4(),
	structure: z.string(),
	organisation: z.string(),
	roleFamily: Code,
	structureFamily: Code,
	departement: z.string().regex(/^(\d{2,3}|2A|2B)$/),
	body: Code.nullable(),
	epoch: z.int().min(0),
	/** The enrolment link it came from: revoking the link does not revoke devices, raising the structure's epoch does. */
	link: z.string(),
	/** Version of the charter that was accepted. */
	charter: z.string(),
	iat: z.int(),
});
export type DeviceClaims = z.infer<typeof DeviceClaims>;
