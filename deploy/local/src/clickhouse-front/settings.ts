import { FrontError } from './errors.js';

/** quoted writes a value as a string literal of ClickHouse. */
export function quoted(value: string): string {
	return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/;

// The first four change how a text is parsed, so that the parser which judges it and the one which runs it would differ.
const kept: ReadonlySet<string> = new Set([
	'dialect',
	'implicit_select',
	'allow_experimental_kusto_dialect',
	'allow_experimental_prql_dialect',
	'log_comment',
]);

/**
 * settingsStatement gives the one SET that prepares a session for a request: the tag by which its query can be killed,
 * the caller's settings, the caller's parameters. An unknown setting is left to the engine, which names it.
 */
export function settingsStatement(
	tag: string,
	settings: ReadonlyMap<string, string>,
	parameters: ReadonlyMap<string, string>,
): string {
	const parts = [`log_comment = ${quoted(tag)}`];
	for (const [name, value] of settings) {
		if (!identifier.test(name)) {
			throw new FrontError('BAD_ARGUMENTS', 'The name of a setting must be a plain identifier.');
		}
		if (kept.has(name)) {
			throw new FrontError(
				'NOT_IMPLEMENTED',
				`The setting ${name} belongs to the local front and cannot be changed.`,
			);
		}
		parts.push(`${name} = ${quoted(value)}`);
	}
	for (const [name, value] of parameters) {
		if (!identifier.test(name)) {
			throw new FrontError('BAD_ARGUMENTS', 'The name of a query parameter must be a plain identifier.');
		}
		parts.push(`param_${name} = ${quoted(value)}`);
	}
	return `SET ${parts.join(', ')}`;
}
