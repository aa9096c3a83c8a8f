import type { BodyOf } from '@vigie/kit/access/declared-actions';
import { ProblemError } from '@vigie/kit/problem-plugin';
import { Identifier } from '@vigie/schemas/administration';
import { readCode, TAXONOMY_VERSION } from '@vigie/schemas/taxonomy';
import { z } from 'zod';

const Params = z.object({ body: z.string(), id: Identifier.optional() });

/** bodyOfPath gives the body that an address names, as it stands there: whoever may not is refused before it is looked at. */
export const bodyOfPath: BodyOf = ({ params }) => Params.pick({ body: true }).parse(params).body;

/** knownBody gives the body of an address, and the identifier after it; 404 where there is no such body. */
export const knownBody = (params: unknown): { readonly body: string; readonly id: string } => {
	const { body, id = '' } = Params.parse(params);
	if (!readCode('bodies', body, TAXONOMY_VERSION).ok) throw new ProblemError('not_found');
	return { body, id };
};
