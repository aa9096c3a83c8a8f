import { type Role, roles } from './grant.js';

interface Rule {
	/** Of what it is: what is the caller's own, whoever signed in; a thing of one body, a list that is filtered by what the caller reaches, what belongs to no body, or what a device or a machine sends. */
	readonly of: 'own' | 'body' | 'list' | 'country' | 'sender';
	/** Open to all: nobody has to say who they are. */
	readonly open: boolean;
	/** Roles that may; those that are held for a body may for that body only. */
	readonly roles: readonly Role[];
	/** Scope of an API key that may, for the body of its structure. */
	readonly scope: 'reports' | null;
	/** Whether a command line on the machine itself may. */
	readonly operator: boolean;
}

const open = { of: 'country', open: true, roles: [], scope: null, operator: true } as const satisfies Rule;

/** rule writes what may be done by some roles; nobody else may. */
const rule = <Of extends Rule['of']>(
	of: Of,
	roles: readonly Role[],
	rest: Partial<Pick<Rule, 'scope' | 'operator'>> = {},
) => ({ of, open: false, roles, scope: null, operator: false, ...rest }) satisfies Rule;

const administration = rule('country', ['administrator'], { operator: true });

/** actions is the closed list of all that may be done through HTTP, and by whom. Each route declares one of them. */
export const actions = {
	'health:read': open,
	'public:read': open,
	/** What the front door passes on, unread: the service behind it judges. */
	'request:pass': open,
	/** An event or a comment, by a device's token or a machine client's key: intake judges both itself, and no session opens it. */
	'event:send': rule('sender', []),
	/** Many at once: a machine client alone. */
	'batch:send': rule('sender', []),
	/** Propose a platform: a device alone. */
	'proposal:send': rule('sender', []),
	'enrolment:use': open,
	/** Sign in, and ask who one is. */
	'session:use': open,
	/** See one's own sessions, sign out, end the others: any account, let in or not. */
	'session:read': rule('own', roles),
	'session:close': rule('own', roles),
	'report:list': rule('list', ['institution_reader', 'institution_answerer', 'administrator'], {
		scope: 'reports',
	}),
	'report:read': rule('body', ['institution_reader', 'institution_answerer', 'administrator'], {
		scope: 'reports',
	}),
	/** Do something to a report: which of the two below it is, the command and the state decide. */
	'report:command': rule('body', ['institution_answerer', 'administrator'], { scope: 'reports' }),
	'report:answer': rule('body', ['institution_answerer'], { scope: 'reports' }),
	/** An administrator decides to whom a report goes that was sent back twice. */
	'report:reassign': rule('body', ['administrator']),
	/** Recipients, webhooks and their deliveries. */
	'settings:read': rule('body', ['institution_reader', 'institution_answerer', 'administrator']),
	'settings:write': rule('body', ['institution_answerer', 'administrator']),
	'maintenance:declare': rule('body', ['institution_answerer', 'administrator'], { scope: 'reports' }),
	'comment:read': rule('country', ['curator']),
	'proposal:read': rule('country', ['curator']),
	'proposal:decide': rule('country', ['curator']),
	'administration:read': administration,
	'administration:write': administration,
	'audit:read': rule('country', ['administrator']),
	/** The board of jobs, to be read. */
	'jobs:read': rule('country', ['administrator']),
	/** Command lines alone, on the machine itself. */
	'operation:run': rule('country', [], { operator: true }),
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof actions;

// Object.keys widens to texts; the keys of a frozen literal are exactly the actions.
export const actionNames = Object.keys(actions) as readonly Action[];
