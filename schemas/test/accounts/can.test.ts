import { type Action, actionNames, actions } from '@vigie/schemas/accounts/actions';
import { can, reachOf } from '@vigie/schemas/accounts/can';
import { type Grant, roles } from '@vigie/schemas/accounts/grant';
import { anonymous, type Subject } from '@vigie/schemas/accounts/subject';
import { expect, test } from 'vitest';

const account = (...grants: Grant[]): Subject => ({ kind: 'account', account: 'a-1', grants });
const key = (body: string | null, ...scopes: string[]): Subject => ({
	kind: 'api-key',
	key: 'k',
	scopes,
	body,
});
const closed = actionNames.filter((action) => !actions[action].open);
const own = { body: 'CNAF' };
const other = { body: 'ANTS' };

test('who has not said who they are may do what is open, and nothing else', () => {
	for (const action of actionNames)
		expect(can(anonymous, action, { body: null }), action).toBe(actions[action].open);
});

test('an account without a grant may no more than a stranger', () => {
	for (const action of closed.filter((name) => actions[name].of !== 'own'))
		for (const resource of [own, other, { body: null }])
			expect(can(account(), action, resource), action).toBe(false);
});

test('a role that is held for one body reaches nothing of another, nor what is nobody’s', () => {
	const answerer = account({ role: 'institution_answerer', body: 'CNAF' });

	expect(can(answerer, 'report:answer', own)).toBe(true);
	expect(can(answerer, 'report:answer', other)).toBe(false);
	expect(can(answerer, 'report:answer', { body: null })).toBe(false);
	expect(reachOf(answerer, 'report:list')).toEqual(new Set(['CNAF']));
});

test('two grants add up, each for its own body', () => {
	const both = account(
		{ role: 'institution_reader', body: 'CNAF' },
		{ role: 'institution_answerer', body: 'ANTS' },
	);

	expect([own, other].map((resource) => can(both, 'report:read', resource))).toEqual([true, true]);
	expect([own, other].map((resource) => can(both, 'report:answer', resource))).toEqual([false, true]);
});

test('an administrator reads every report, answers none, and decides to whom it goes', () => {
	const administrator = account({ role: 'administrator', body: null });

	expect(can(administrator, 'report:read', own)).toBe(true);
	expect(can(administrator, 'report:answer', own)).toBe(false);
	expect(can(administrator, 'report:reassign', own)).toBe(true);
	expect(can(administrator, 'administration:write', { body: null })).toBe(true);
	expect(can(administrator, 'comment:read', { body: null })).toBe(false);
});

test('a key reaches what its scope says, for the body of its structure; a key of no body reaches nothing', () => {
	expect(can(key('CNAF', 'reports'), 'report:answer', own)).toBe(true);
	expect(can(key('CNAF', 'reports'), 'report:answer', other)).toBe(false);
	expect(can(key('CNAF', 'read', 'ingest'), 'report:read', own)).toBe(false);
	expect(can(key(null, 'reports'), 'report:read', { body: null })).toBe(false);
	expect(can(key('CNAF', 'reports'), 'administration:read', own)).toBe(false);
});

test('a command line on the machine administers, and is no body', () => {
	const operator: Subject = { kind: 'operator' };
	const may = (action: Action) => can(operator, action, own);

	expect(closed.filter(may)).toEqual(['administration:read', 'administration:write', 'operation:run']);
});

test('every action that is not open is somebody’s, and every role may do something', () => {
	// What devices and machines send is judged by intake, and is no subject's.
	for (const action of closed.filter((name) => actions[name].of !== 'sender'))
		expect(actions[action].roles.length + Number(actions[action].operator), action).toBeGreaterThan(0);
	for (const role of roles)
		if (role !== 'working_group')
			expect(
				closed.some((action) => actions[action].roles.some((held) => held === role)),
				role,
			).toBe(true);
});
