import { catalogue, inPageLanguage } from '@vigie/dashboard-ui/catalogue';
import type { Role } from '@vigie/schemas/accounts/grant';

/** roleTexts name the roles of accounts. */
export const roleTexts = inPageLanguage(
	catalogue(
		{
			institution_reader: 'lit pour un organisme',
			institution_answerer: 'lit et répond pour un organisme',
			working_group: 'groupe de travail',
			curator: 'relit commentaires et propositions',
			administrator: 'administre Vigie',
		} satisfies Record<Role, string>,
		{
			institution_reader: 'reads for a body',
			institution_answerer: 'reads and answers for a body',
			working_group: 'working group',
			curator: 'reads comments and proposals',
			administrator: 'administers Vigie',
		},
	),
);
