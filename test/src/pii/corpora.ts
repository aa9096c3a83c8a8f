import { readFileSync } from 'node:fs';
import { createRandom, type Random } from '@vigie/demonstration/random';
import { birthDate, email, iban, nir, phone, spacedNir, spacedPhone, spi } from './identifiers.js';
import { emailMutations, type Mutation, numberMutations, phoneMutations } from './mutations.js';
import { address, city, firstName, type Half, pick, surname } from './people.js';
import { type PiiRecord, readRecords } from './record.js';

const folder = new URL('../../pii/', import.meta.url);
const PER_TEMPLATE = 12;

const ofHalf = <Value>(values: readonly Value[], half: Half): Value[] =>
	values.filter((_value, index) => (index % 2 === 0) === (half === 'tuning'));

/** cleanSentences gives one half of the sentences that name nobody. */
export const cleanSentences = (half: Half): PiiRecord[] =>
	ofHalf(readRecords(readFileSync(new URL('clean-sentences.jsonl', folder), 'utf8')), half);

const makers: Readonly<Record<string, (random: Random, half: Half) => string>> = {
	NOM: surname,
	nom: (random, half) => surname(random, half).toLowerCase(),
	PRENOM: firstName,
	prenom: (random, half) => firstName(random, half).toLowerCase(),
	DDN: birthDate,
	SECU: spacedNir,
	TEL: spacedPhone,
	MAIL: email,
	ADRESSE: address,
	ZIP: (random) => String(10_000 + (random.uint32() % 85_000)),
	VILLE: city,
	AGE: (random) => String(18 + (random.uint32() % 70)),
	YEAR: (random) => String(1935 + (random.uint32() % 70)),
	I: (random) => pick(random, [...'ABCDEFGHIJKLMNOPRSTV']),
};
/** What stands in a template without being judged: an initial, an age, a year. */
const unjudged = new Set(['AGE', 'YEAR', 'I']);

const fill = (template: string, random: Random, half: Half): PiiRecord => {
	let text = '';
	const spans: PiiRecord['spans'] = [];
	let last = 0;
	for (const match of template.matchAll(/\{(\w+)\}/g)) {
		const name = match[1] ?? '';
		const make = makers[name];
		if (!make) throw new RangeError(`letters.txt: {${name}} is unknown`);
		text += template.slice(last, match.index);
		const value = make(random, half);
		if (!unjudged.has(name))
			spans.push({ start: text.length, end: text.length + value.length, label: name.toUpperCase() });
		text += value;
		last = match.index + match[0].length;
	}
	return { text: text + template.slice(last), spans };
};

/** letters fills one half of the templates with made-up people. */
export const letters = (half: Half, seed: string): PiiRecord[] => {
	const random = createRandom(`letters/${half}/${seed}`);
	const templates = readFileSync(new URL('letters.txt', folder), 'utf8')
		.split('\n')
		.filter((line) => line !== '' && !line.startsWith('#'))
		.map((line) => line.replaceAll('\\n', '\n'));
	return ofHalf(templates, half).flatMap((template) =>
		Array.from({ length: PER_TEMPLATE }, () => fill(template, random, half)),
	);
};

const sentences: readonly (readonly [string, string])[] = [
	['', ''],
	['Le numéro ', ' est refusé.'],
	['Son contact : ', ', il attend depuis 2 mois'],
	['bloqué avec ', ' sur le site'],
	['dossier de la caf (', ')'],
];

const identifiers: readonly {
	label: string;
	make: (random: Random) => string;
	mutations: Readonly<Record<string, Mutation>>;
}[] = [
	{ label: 'NIR', make: nir, mutations: numberMutations },
	{ label: 'SPI', make: spi, mutations: numberMutations },
	{ label: 'IBAN', make: iban, mutations: numberMutations },
	{ label: 'TEL', make: phone, mutations: phoneMutations },
	{ label: 'MAIL', make: email, mutations: emailMutations },
];

/** mutatedIdentifiers makes `count` of each identifier in each mutation. */
export const mutatedIdentifiers = (count: number, seed: string): PiiRecord[] => {
	const random = createRandom(`identifiers/${seed}`);
	return identifiers.flatMap(({ label, make, mutations }) =>
		Object.values(mutations).flatMap((mutate) =>
			Array.from({ length: count }, () => {
				const [before, after] = pick(random, sentences);
				const value = mutate(make(random), random);
				const span = { start: before.length, end: before.length + value.length, label };
				return { text: before + value + after, spans: [span] };
			}),
		),
	);
};
