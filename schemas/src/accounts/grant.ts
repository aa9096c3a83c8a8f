import { z } from 'zod';
import { Code } from '../events/envelope.js';

/** bodyRoles are held for one body, and reach nothing of another. */
const bodyRoles = ['institution_reader', 'institution_answerer'] as const;
/** countryRoles are held for nobody in particular. */
const countryRoles = ['working_group', 'curator', 'administrator'] as const;

/** roles are all the roles of accounts. */
export const roles = [...bodyRoles, ...countryRoles] as const;
export type Role = (typeof roles)[number];

/** Grant is one role of an account; only an administrator gives it, never a claim of the identity provider. */
export const Grant = z.discriminatedUnion('role', [
	z.strictObject({ role: z.enum(bodyRoles), body: Code }),
	z.strictObject({ role: z.enum(countryRoles), body: z.null() }),
]);
export type Grant = z.infer<typeof Grant>;

/** AccountId names an account: made from (iss, sub) by the kit, and of no use to find them again. */
export const AccountId = z.string().regex(/^a-[0-9a-f]{32}$/);

/** ACCOUNT_LABEL_LIMIT is the longest name that an administrator may give to an account. */
const ACCOUNT_LABEL_LIMIT = 80;
/** AccountLabel is how administrators tell accounts apart; a function rather than a name. */
export const AccountLabel = z.string().trim().min(1).max(ACCOUNT_LABEL_LIMIT);

/** isSameGrant compares two grants. */
export const isSameGrant = (left: Grant, right: Grant): boolean =>
	left.role === right.role && left.body === right.body;
