import { expect, test } from 'vitest';
import { memoryStorage } from '../src/key-value.js';
import { decisionsIn, readDecisions } from '../src/proposals/decision-words.js';
import { forgetProposal, ownProposals, rememberProposal } from '../src/proposals/own-proposals.js';
import { sendProposal } from '../src/proposals/send-proposal.js';
import { START } from './stand-ins.js';

const id = (digit: string): string => `p-${digit.repeat(32)}`;
const answering =
	(status: number, body: unknown): typeof fetch =>
	async () =>
		Response.json(body, { status });

test('what this device proposed is kept here, the latest first, each site once, and not for ever', () => {
	const storage = memoryStorage();
	const of = (digit: string, at: number) => ({ id: id(digit), host: `${digit}.exemple.fr`, at });
	for (const proposal of [of('1', START), of('2', START + 1), of('1', START + 2)])
		rememberProposal(storage, proposal);

	expect(ownProposals(storage, START + 3)).toEqual([of('1', START + 2), of('2', START + 1)]);
	expect(ownProposals(storage, START + 366 * 24 * 3_600_000 + 2)).toEqual([]);
	storage.setItem('vigie.proposals', '{"list":[{"id":4},null,"x"]}');
	expect(ownProposals(storage, START)).toEqual([]);
});

test('a site that is refused as somebody’s name waits for no decision any more; the others do', () => {
	const storage = memoryStorage();
	const of = (digit: string) => ({ id: id(digit), host: `${digit}.exemple.fr`, at: START });
	for (const proposal of [of('1'), of('2')]) rememberProposal(storage, proposal);

	forgetProposal(storage, '1.exemple.fr', START);

	expect(ownProposals(storage, START)).toEqual([of('2')]);
});

test.each([
	['kept', 202, { proposal: 'kept', id: id('1') }, { kind: 'kept', id: id('1') }],
	['judged before', 202, { proposal: 'answered', id: id('1') }, { kind: 'answered', id: id('1') }],
	['known', 202, { proposal: 'known', platform: 'ANTS' }, { kind: 'known', platform: 'ANTS' }],
	[
		'refused, with its code',
		422,
		{ errors: [{ path: 'host', code: 'personal_data' }] },
		{ kind: 'refused', fault: 'personal_data' },
	],
	['too many', 429, {}, { kind: 'refused', fault: 'too_many' }],
	['a server that is not there', 503, {}, { kind: 'notSent' }],
	['a hotel’s portal', 202, 'bienvenue', { kind: 'notSent' }],
	['a refusal of something else', 422, { errors: 'none' }, { kind: 'notSent' }],
])('an answer is taken for what it is: %s', async (_case, status, body, outcome) => {
	expect(await sendProposal(answering(status, body), 'jeton', { host: 'exemple.fr' })).toEqual(outcome);
});

test('each decision is said in words; what this page does not know is not said', () => {
	const decisions = decisionsIn({
		decisions: [
			{ id: id('1'), decision: { outcome: 'accepted', taxonomy: '2027.1' } },
			{ id: id('2'), decision: { outcome: 'known', platform: 'CAF_MON_COMPTE' } },
			{ id: id('3'), decision: { outcome: 'refused', reason: 'LOCAL_PORTAL' } },
			{ id: id('4'), decision: { outcome: 'something' } },
			'rien',
		],
	});

	expect(decisions.get(id('1'))).toContain('2027.1');
	expect(decisions.get(id('2'))).toContain('caf.fr, Mon Compte');
	expect(decisions.get(id('3'))).toContain('portail local');
	expect(decisions.size).toBe(3);
});

test('without an answer nothing is said to be decided or not', async () => {
	expect(await readDecisions(answering(503, {}))).toBeNull();
	expect(await readDecisions(() => Promise.reject(new TypeError('no network')))).toBeNull();
});
