import { serviceRoles } from '@vigie/clickhouse/roles';
import { mechanism } from '@vigie/publisher/disclosure/mechanism';
import { LATTICE_VERSION } from '@vigie/schemas/lattice';
import { retention } from '@vigie/schemas/retention';
import { expect, it } from 'vitest';
import report from '../src/attack-scores.json';
import { methodParts } from '../src/texts/method-texts.js';
import { protectionParts } from '../src/texts/protection-texts.js';

const textOf = (id: string): string => {
	const part = protectionParts.find((one) => one.id === id);
	return [...(part?.paragraphs ?? []), ...(part?.items ?? [])].join(' ');
};

it('the scores shown are those of the mechanism and the lattice that releases are made with (npm run attack -- --write)', () => {
	expect(report.mechanism).toEqual(mechanism);
	expect(report.lattice).toBe(LATTICE_VERSION);
	expect(Object.keys(report.attacks)).toEqual(Array.from({ length: 11 }, (_, index) => `A${index + 1}`));
});

it('the method, in each language, and the page on data protection tell the score of every attack', () => {
	for (const parts of [methodParts.fr, methodParts.en, protectionParts]) {
		const items = parts.flatMap((part) => part.items ?? []);
		for (const id of Object.keys(report.attacks))
			expect(items.filter((item) => item.startsWith(`${id},`))).toHaveLength(1);
	}
});

it('the page on data protection says who reads what, and how long things are kept, as the configuration has it', () => {
	for (const role of serviceRoles) expect(textOf('acces')).toContain(`${role}, qui`);
	for (const length of Object.values(retention)) expect(textOf('durees')).toContain(String(length));
	expect(textOf('donnees')).toContain('platform, step, failureKind');
	expect(textOf('donnees')).toContain('reporterToken');
});
