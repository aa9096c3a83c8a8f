import { readdirSync, readFileSync } from 'node:fs';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { expect, it } from 'vitest';

// Its own JavaScript, where it would otherwise start a program for the machine it is on.
process.env.RECHECK_BACKEND = 'pure';
const folder = new URL('../../src/personal-data/', import.meta.url);
const MINUTES_MS = 300_000;

const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
	name.endsWith('.ts'),
);

const literalsOf = (name: string): string[] => {
	const literals: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isRegularExpressionLiteral(node)) literals.push(node.text);
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(name, readFileSync(new URL(name, folder), 'utf8'), ts.ScriptTarget.Latest));
	return literals;
};

const statusOf = (literal: string): string => {
	const end = literal.lastIndexOf('/');
	return checkSync(literal.slice(1, end), literal.slice(end + 1), {
		timeout: MINUTES_MS,
		// It also tries texts at random: the same ones each time.
		randomSeed: 1,
	}).status;
};

it.each(sources)(
	'every pattern of %s takes time linear in the text',
	(name) => {
		const slow = literalsOf(name).filter((literal) => statusOf(literal) !== 'safe');

		expect(slow).toEqual([]);
	},
	MINUTES_MS,
);

it('a pattern that is not linear is caught', () => {
	expect(statusOf('/^(a+)+$/')).toBe('vulnerable');
	expect(statusOf('/[0-9]+x/')).toBe('vulnerable');
});

it('no pattern is put together while the program runs, where this test could not see it', () => {
	const composed = sources.filter((name) => /RegExp\(/.test(readFileSync(new URL(name, folder), 'utf8')));

	expect(sources.length).toBeGreaterThan(20);
	expect(composed).toEqual([]);
});
