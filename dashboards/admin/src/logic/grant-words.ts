import { bodyShort } from '@vigie/dashboard-ui/body-name';
import type { Grant } from '@vigie/schemas/accounts/grant';
import { roleTexts } from '../texts/role-texts.js';

/** grantWords says a grant: its role, and for which body. */
export const grantWords = ({ role, body }: Grant): string =>
	body === null ? roleTexts[role] : `${roleTexts[role]}, ${bodyShort(body)}`;
