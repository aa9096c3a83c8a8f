import type { Random } from '@vigie/demonstration/random';
import { pick } from './people.js';

const digits = (random: Random, count: number): string =>
	Array.from({ length: count }, () => String(random.uint32() % 10)).join('');

const between = (random: Random, low: number, high: number): number =>
	low + (random.uint32() % (high - low + 1));

const padded = (value: number | bigint, length: number): string => String(value).padStart(length, '0');

/** nir makes a NIR with its key, of a commune that does not exist: it is nobody's. */
export const nir = (random: Random): string => {
	const departement = random.uniform() < 0.1 ? pick(random, ['2A', '2B']) : padded(between(random, 1, 95), 2);
	const order = padded(between(random, 1, 999), 3);
	const body = `${pick(random, ['1', '2'])}${digits(random, 2)}${padded(between(random, 1, 12), 2)}${departement}999${order}`;
	const key = 97n - (BigInt(body.replace('2A', '19').replace('2B', '18')) % 97n);
	return body + padded(key, 2);
};

/** spi makes a tax number whose key holds. */
export const spi = (random: Random): string => {
	const body = `${between(random, 0, 3)}${digits(random, 9)}`;
	return body + padded(Number(body) % 511, 3);
};

/** iban makes a French account whose keys hold. */
export const iban = (random: Random): string => {
	const account = `${digits(random, 10)}${digits(random, 10)}${pick(random, ['M', 'A', '0', 'C'])}${digits(random, 2)}`;
	const key = padded(random.uint32() % 97, 2).slice(-2);
	const bban = account.slice(0, 21) + key;
	const numeric = `${bban}FR00`.replace(/[A-Z]/g, (letter) => String(Number.parseInt(letter, 36)));
	return `FR${padded(98n - (BigInt(numeric) % 97n), 2)}${bban}`;
};

/** phone makes a number of the ranges kept for fiction, or any other. */
export const phone = (random: Random): string => `0${between(random, 1, 9)}${digits(random, 8)}`;

/** email makes an address. */
export const email = (random: Random): string => {
	const name = pick(random, [
		'jean.dupont',
		'mkoulibaly',
		'z_tartempion',
		'anne-sophie.lr',
		'contact75',
		'b.salah93',
	]);
	return `${name}${digits(random, random.uint32() % 3)}@${pick(random, ['gmail.com', 'orange.fr', 'mail.example.org', 'ville-lens.fr', 'yahoo.fr'])}`;
};

const months = `janvier février mars avril mai juin juillet août septembre octobre novembre décembre`.split(
	' ',
);
const inWords =
	`premier deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt vingt-et-un`.split(
		' ',
	);

/** birthDate makes a date of birth, as people write them. */
export const birthDate = (random: Random): string => {
	const day = between(random, 1, 28);
	const month = between(random, 1, 12);
	const year = between(random, 1931, 2022);
	const name = months[month - 1] ?? '';
	return pick(random, [
		`${padded(day, 2)}/${padded(month, 2)}/${year}`,
		`${padded(day, 2)}/${padded(month, 2)}/${year}`,
		`${day} ${name} ${year}`,
		`${padded(day, 2)}.${padded(month, 2)}.${year}`,
		`${padded(day, 2)}-${padded(month, 2)}-${year}`,
		`${padded(day, 2)}/${padded(month, 2)}/${padded(year % 100, 2)}`,
		`${padded(day, 2)} ${padded(month, 2)} ${year}`,
		`${year}-${padded(month, 2)}-${padded(day, 2)}`,
		`${day === 1 ? '1er' : day} ${name.toUpperCase()} ${year}`,
		`${inWords[(day - 1) % 21]} ${name} ${year}`,
		`${padded(day, 2)}${padded(month, 2)}${year}`,
	]);
};

/** spacedNir and spacedPhone write numbers as forms and people do. */
export const spacedNir = (random: Random): string => {
	const whole = nir(random);
	const parts = [
		whole.slice(0, 1),
		whole.slice(1, 3),
		whole.slice(3, 5),
		whole.slice(5, 7),
		whole.slice(7, 10),
		whole.slice(10, 13),
		whole.slice(13),
	];
	return pick(random, [
		whole,
		parts.join(' '),
		whole.slice(0, 13),
		`${parts.slice(0, 6).join(' ')} / ${parts[6]}`,
		parts.join('.'),
	]);
};

export const spacedPhone = (random: Random): string => {
	const whole = phone(random);
	const pairs = whole.match(/../g) ?? [];
	return pick(random, [
		whole,
		pairs.join(' '),
		pairs.join('.'),
		pairs.join('-'),
		`+33 ${whole.slice(1, 2)} ${pairs.slice(1).join(' ')}`,
		`+33(0)${whole.slice(1)}`,
		pairs.join('/'),
	]);
};
