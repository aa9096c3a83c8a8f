import type { Subject } from '@vigie/schemas/accounts/subject';
import type { FastifyRequest } from 'fastify';

/** SubjectReader reads who asks from one kind of credential: null when the request bears none of that kind, a problem when it is no good. */
export type SubjectReader = (request: FastifyRequest) => Promise<Subject | null>;
