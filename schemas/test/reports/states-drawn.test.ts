import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { drawStates } from '../../src/reports/draw-states.js';
import { reportStateNames, transitions, transitionTo } from '../../src/reports/states.js';
import { codesOf } from '../../src/taxonomy.js';

it('the drawing in the README is the state machine itself', () => {
	const readme = readFileSync(new URL('../../src/reports/README.md', import.meta.url), 'utf8');

	const drawn = /```mermaid\n([\s\S]*?)\n```/.exec(readme)?.[1];

	expect(drawn).toBe(drawStates());
});

it('every state but the first is reached, in one way only', () => {
	const reached = transitions.map(({ to }) => to);

	expect(new Set(reached).size).toBe(reached.length);
	expect([...reached].sort()).toEqual(reportStateNames.filter((state) => state !== 'opened').sort());
	expect(transitionTo('opened')).toBeNull();
});

it('every reason is a code of the taxonomy', () => {
	const reasons = transitions.flatMap(({ needs }) => needs.reasons);

	expect(codesOf('answerReasons')).toEqual(expect.arrayContaining(reasons));
});
