import { type Answer, fetchJson } from '@vigie/dashboard-ui/fetch-json';
import { changing } from '@vigie/dashboard-ui/session';
import { AnswerFigures, BodyReplyKept } from '@vigie/schemas/reports/figures';

/** readAnswers reads how bodies answer: it is public. */
export const readAnswers = (): Promise<Answer<AnswerFigures>> =>
	fetchJson('/v1/reports/answers', AnswerFigures);

const change = (method: string, body: string, csrf: string | null, sent: object) =>
	fetchJson(`/v1/bodies/${encodeURIComponent(body)}/reply`, BodyReplyKept, {
		method,
		credentials: 'same-origin',
		cache: 'no-store',
		headers: changing(csrf),
		body: JSON.stringify(sent),
	});

/** writeReply publishes what a body says of its own figures. */
export const writeReply = (body: string, text: string, csrf: string | null): Promise<Answer<BodyReplyKept>> =>
	change('PUT', body, csrf, { text });

/** withdrawReply takes it back. */
export const withdrawReply = (body: string, csrf: string | null): Promise<Answer<BodyReplyKept>> =>
	change('DELETE', body, csrf, {});
