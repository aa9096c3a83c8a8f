import { expect, test } from 'vitest';
import { databases, grantsOf, renderGrantStatements, renderUsersConfig, serviceRoles } from '../src/roles.js';

const config = renderUsersConfig();
const statements = renderGrantStatements({ api: "it's \\ secret" });

const rolesGranted = (text: string): string[] => {
	const [, held, role] = /^GRANT (.+) TO (\w+) WITH REPLACE OPTION$/.exec(text) ?? [];
	return (held ?? '').split(/(?<=ON [\w.*]+), /).map((grant) => `GRANT ${grant} TO ${role}`);
};

test('both renderings grant every role the same things', () => {
	for (const role of serviceRoles) {
		const body = new RegExp(`<roles>.*<${role}><grants>(.*?)</grants></${role}>`).exec(config)?.[1] ?? '';
		const inConfig = [...body.matchAll(/<query>(.*?)<\/query>/g)].map(([, query]) => `${query} TO ${role}`);
		const inStatements = statements.filter((text) => text.includes(` ON `)).flatMap(rolesGranted);

		expect(inConfig).toEqual(inStatements.filter((text) => text.endsWith(` TO ${role}`)));
		expect(inConfig).toHaveLength(grantsOf(role).length);
	}
});

test('a role loses, on a real server too, what the list grants it no more', () => {
	const granting = statements.filter((text) => text.includes(' ON '));

	expect(granting.map((text) => /^GRANT .+ TO (\w+) WITH REPLACE OPTION$/.exec(text)?.[1])).toEqual([
		...serviceRoles,
	]);
});

test('no role has more than the four databases, and only the migrator makes or drops tables', () => {
	for (const role of serviceRoles) {
		for (const { privileges, on } of grantsOf(role)) {
			expect(databases.map(String)).toContain(on.split('.')[0]);
			const makes = privileges.some((privilege) => /^(CREATE|DROP|ALTER|ALL|OPTIMIZE)$/.test(privilege));
			expect(makes).toBe(role === 'migrator');
		}
	}
});

test.each(['api', 'reporter'] as const)('%s is granted nothing on private', (role) => {
	expect(grantsOf(role).map(({ on }) => on)).toEqual(['published.*', 'state.*']);
	expect(grantsOf(role).flatMap(({ privileges }) => privileges)).toEqual(['SELECT', 'SELECT']);
});

test('the default user of the local engine holds the roles and no grant of its own', () => {
	const user = /<default><password>.*<\/default><\/users>/s.exec(config)?.[0] ?? '';

	expect([...user.matchAll(/<query>GRANT (\w+)<\/query>/g)].map(([, role]) => role)).toEqual([
		...serviceRoles,
		'front_control',
	]);
	expect(user).not.toContain(' ON ');
});

test('users are made only for the passwords given, which are quoted', () => {
	const users = statements.filter((text) => text.startsWith('CREATE USER'));

	expect(users).toEqual([
		"CREATE USER IF NOT EXISTS api IDENTIFIED WITH sha256_password BY 'it\\'s \\\\ secret'",
	]);
	expect(statements.every((text) => !text.includes(';'))).toBe(true);
});
