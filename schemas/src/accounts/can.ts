import { type Action, actions } from './actions.js';
import type { Subject } from './subject.js';

/** Resource is what an action is done to: all that decides is which body it belongs to; null when to none. */
export interface Resource {
	readonly body: string | null;
}

/** Reach is how far a subject may act: nowhere, on what belongs to some bodies, or everywhere. */
export type Reach = 'none' | 'all' | ReadonlySet<string>;

const reachOfAccount = (subject: Extract<Subject, { kind: 'account' }>, action: Action): Reach => {
	// Signed in is enough for what is one's own.
	if (actions[action].of === 'own') return 'all';
	const { roles }: { readonly roles: readonly string[] } = actions[action];
	const held = subject.grants.filter(({ role }) => roles.includes(role));
	if (held.length === 0) return 'none';
	const bodies = held.flatMap(({ body }) => (body === null ? [] : [body]));
	return bodies.length < held.length ? 'all' : new Set(bodies);
};

const reachOfKey = (subject: Extract<Subject, { kind: 'api-key' }>, action: Action): Reach => {
	const { scope }: { readonly scope: string | null } = actions[action];
	if (scope === null || !subject.scopes.includes(scope) || subject.body === null) return 'none';
	return new Set([subject.body]);
};

/** reachOf says how far a subject may do something: what a list is filtered by. */
export const reachOf = (subject: Subject, action: Action): Reach => {
	if (actions[action].open) return 'all';
	switch (subject.kind) {
		case 'anonymous':
			return 'none';
		case 'account':
			return reachOfAccount(subject, action);
		case 'api-key':
			return reachOfKey(subject, action);
		case 'operator':
			return actions[action].operator ? 'all' : 'none';
		default: {
			const never: never = subject;
			return never;
		}
	}
};

/** can is the one rule of who may do what to what; what is not said in `actions` is refused. */
export const can = (subject: Subject, action: Action, resource: Resource): boolean => {
	const reach = reachOf(subject, action);
	if (reach === 'none' || reach === 'all') return reach === 'all';
	if (actions[action].of === 'body') return resource.body !== null && reach.has(resource.body);
	// A list that is then filtered by reach, or a thing that is no body's.
	return actions[action].of === 'list';
};
