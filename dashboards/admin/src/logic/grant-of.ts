import { Grant, roles } from '@vigie/schemas/accounts/grant';

const bodyRoles: readonly string[] = ['institution_reader', 'institution_answerer'];

/** needsBody tells whether a role is held for one body. */
export const needsBody = (role: string): boolean => bodyRoles.includes(role);

/** grantOf makes a grant of what was chosen; null while something is missing. */
export const grantOf = (role: string, body: string): Grant | null => {
	if (!roles.some((one) => one === role)) return null;
	const grant = Grant.safeParse({ role, body: needsBody(role) ? body : null });
	return grant.success ? grant.data : null;
};
