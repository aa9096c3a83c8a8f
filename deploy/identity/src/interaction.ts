import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { choicePage, troublePage } from './pages.js';
import { people } from './people.js';

const BODY_LIMIT = 1_024;
const address = /^\/interaction\/([\w-]{1,64})$/;

const bodyOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
	let text = '';
	for await (const chunk of request) {
		text += String(chunk);
		if (text.length > BODY_LIMIT) throw new Error('more than a choice');
	}
	return new URLSearchParams(text);
};

const answer = (response: ServerResponse, status: number, body: string): void =>
	void response
		.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
		.end(body);

const choose = async (
	provider: Provider,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> => {
	// Throws unless this browser is the one whose sign-in this is.
	await provider.interactionDetails(request, response);
	if (request.method !== 'POST') return answer(response, 200, choicePage(request.url ?? ''));
	const person = (await bodyOf(request)).get('person');
	if (!people.some(({ id }) => id === person)) return answer(response, 400, troublePage);
	await provider.interactionFinished(request, response, {
		login: { accountId: person ?? '', remember: false },
	});
};

/** listenerOf answers all that a provider answers, and the page where one chooses who to be. */
export const listenerOf = (provider: Provider): RequestListener => {
	const callback = provider.callback();
	return (request, response) => {
		if (!address.test(request.url ?? '')) return void callback(request, response);
		choose(provider, request, response).catch(() => answer(response, 400, troublePage));
	};
};
