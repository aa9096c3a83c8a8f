/**
 * The roles of the store: one list, rendered twice. A role may do what is written here and nothing else; the
 * engine itself refuses the rest (error 497).
 */
type Grant = { readonly privileges: readonly string[]; readonly on: string };

/** databases are the four of the store, all made by the migrator. */
export const databases = ['private', 'published', 'state', 'vigie_meta'] as const;

/** serviceRoles are the roles that log in, each under its own name. */
export const serviceRoles = ['loader', 'publisher', 'detector', 'api', 'reporter', 'migrator'] as const;

/** ServiceRole is the name of a role and of the user that holds it. */
export type ServiceRole = (typeof serviceRoles)[number];

/** controlRole is held by the local front's own session only: it kills the queries that callers abandon. */
export const controlRole = 'front_control';

const readOnlyOutside: readonly Grant[] = [
	{ privileges: ['SELECT'], on: 'published.*' },
	{ privileges: ['SELECT'], on: 'state.*' },
];

const grants = {
	loader: [
		{ privileges: ['INSERT'], on: 'private.events' },
		{ privileges: ['SELECT', 'INSERT'], on: 'private.ledger' },
		{ privileges: ['SELECT', 'INSERT'], on: 'state.*' },
	],
	// The only role that empties anything outside a migration: tokens of a released week, recomputed partitions, scratch.
	publisher: [
		{
			privileges: ['SELECT', 'INSERT', 'ALTER DELETE', 'TRUNCATE'],
			on: 'private.*',
		},
		{ privileges: ['SELECT', 'INSERT'], on: 'published.*' },
		{ privileges: ['SELECT'], on: 'state.*' },
		{ privileges: ['INSERT'], on: 'state.closings' },
	],
	detector: [
		{ privileges: ['SELECT'], on: 'private.*' },
		{ privileges: ['INSERT'], on: 'private.detected_signals' },
		{ privileges: ['INSERT'], on: 'private.weekly_judgements' },
		{ privileges: ['SELECT'], on: 'state.*' },
		{ privileges: ['INSERT'], on: 'state.detector_runs' },
	],
	api: readOnlyOutside,
	reporter: readOnlyOutside,
	migrator: databases.map((database) => ({
		privileges: ['CREATE', 'ALTER', 'DROP', 'TRUNCATE', 'OPTIMIZE', 'SELECT', 'INSERT', 'SHOW'],
		on: `${database}.*`,
	})),
} satisfies Record<ServiceRole, readonly Grant[]>;

/** grantsOf gives the grants of one role, as the engine's GRANT sentences would say them. */
export function grantsOf(role: ServiceRole): readonly Grant[] {
	return grants[role];
}

function grantElements(queries: readonly string[]): string {
	return `<grants>${queries.map((query) => `<query>${query}</query>`).join('')}</grants>`;
}

/**
 * renderUsersConfig gives the `users_config` XML of an engine that has no users of its own (the local one): every
 * role, and a `default` user with no grant but those roles, so that a session holds exactly the role it takes by
 * SET ROLE. Valid as `<users_config>` of ClickHouse 24 and later.
 */
export function renderUsersConfig(): string {
	const roles = serviceRoles.map((role) => {
		const queries = grantsOf(role).map(({ privileges, on }) => `GRANT ${privileges.join(', ')} ON ${on}`);
		return `<${role}>${grantElements(queries)}</${role}>`;
	});
	const control = grantElements(['GRANT KILL QUERY ON *.*', 'GRANT SELECT ON system.processes']);
	const held = [...serviceRoles, controlRole].map((role) => `GRANT ${role}`);
	return [
		'<clickhouse>',
		// An implicit SELECT would turn any stray word into a query.
		'<profiles><default><implicit_select>0</implicit_select></default></profiles>',
		'<quotas><default></default></quotas>',
		'<users><default><password></password><networks><ip>127.0.0.1</ip><ip>::1</ip></networks>',
		`<profile>default</profile><quota>default</quota>${grantElements(held)}</default></users>`,
		`<roles>${roles.join('')}<${controlRole}>${control}</${controlRole}></roles>`,
		'</clickhouse>',
		'',
	].join('\n');
}

function quoted(text: string): string {
	return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function statementsFor(role: ServiceRole, password: string | undefined): string[] {
	const held = grantsOf(role).map(({ privileges, on }) => `${privileges.join(', ')} ON ${on}`);
	const statements = [
		`CREATE ROLE IF NOT EXISTS ${role}`,
		// What the list held once and holds no more goes too, in the same breath: services are running.
		`GRANT ${held.join(', ')} TO ${role} WITH REPLACE OPTION`,
	];
	if (password === undefined) return statements;
	const secret = `IDENTIFIED WITH sha256_password BY ${quoted(password)}`;
	return [
		...statements,
		`CREATE USER IF NOT EXISTS ${role} ${secret}`,
		`GRANT ${role} TO ${role}`,
		// Said again of a user who was there: its password may have changed.
		`ALTER USER ${role} ${secret} DEFAULT ROLE ${role}`,
	];
}

/**
 * renderGrantStatements gives, for a real server, the statements that make every role with its grants and no other and, for each
 * password given, the user of the same name with that role as its default. They can be run again; one statement a call,
 * by an administrator.
 */
export function renderGrantStatements(passwords: Partial<Record<ServiceRole, string>> = {}): string[] {
	return serviceRoles.flatMap((role) => statementsFor(role, passwords[role]));
}
