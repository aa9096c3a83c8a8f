import type { Lang } from './entry.js';
import { type PlatformRow, platforms } from './lists/platforms.js';

/** Field is one searchable text of a platform, its words parted by single spaces, and how much a hit in it is worth. */
interface Field {
	readonly text: string;
	readonly weight: number;
}

interface Indexed {
	readonly row: PlatformRow;
	readonly fields: readonly Field[];
}

/** plain reduces a text to what people type: no accents, no case, no punctuation. */
function plain(text: string): string {
	return text
		.toLowerCase()
		.replaceAll('œ', 'oe')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9+]+/g, ' ')
		.trim();
}

function fieldsOf(row: PlatformRow, lang: Lang): Field[] {
	const weighted: readonly (readonly [string, number])[] = [
		[row.short, 6],
		[row[lang], 5],
		...row.habits.map((habit) => [habit, 5] as const),
		[row.second, 4],
		[row[lang === 'fr' ? 'en' : 'fr'], 3],
		...row.hostnames.map(({ name }) => [name.replace(/^(www|\*)\./, ''), 3] as const),
		[row.owner, 2],
	];
	return weighted.map(([text, weight]) => ({ text: plain(text), weight }));
}

const indexes = new Map<Lang, readonly Indexed[]>();

function indexOf(lang: Lang): readonly Indexed[] {
	const known = indexes.get(lang);
	if (known) return known;
	const rows: readonly PlatformRow[] = platforms;
	const inForce = rows.filter((row) => row.retired === undefined);
	const made = inForce.map((row) => ({ row, fields: fieldsOf(row, lang) }));
	indexes.set(lang, made);
	return made;
}

/** closeness grades how a text meets the query: 4 the same, 3 begins with it, 2 a word begins with it, 1 spaces differ. */
function closeness(text: string, query: string): number {
	if (text === query) return 4;
	if (text.startsWith(query)) return 3;
	if (` ${text}`.includes(` ${query}`)) return 2;
	return text.replaceAll(' ', '').startsWith(query.replaceAll(' ', '')) ? 1 : 0;
}

/** Words scattered over a platform's texts count less than any text that holds the whole query. */
function scoreOf(fields: readonly Field[], query: string): number {
	const best = Math.max(...fields.map(({ text, weight }) => closeness(text, query) * weight));
	if (best > 0) return best;
	const everything = ` ${fields.map(({ text }) => text).join(' ')}`;
	return query.split(' ').every((word) => everything.includes(` ${word}`)) ? 1 : 0;
}

/**
 * searchPlatforms returns the platforms in force that match what is being typed, best first, equal ones in the order of the
 * list (most used first). Accents, case and punctuation do not count; names in both languages, former names and habits,
 * hostnames and the owner's code are searched by the beginnings of words. A blank query finds nothing.
 */
export function searchPlatforms(query: string, lang: Lang): readonly PlatformRow[] {
	const wanted = plain(query);
	if (wanted === '') return [];
	return indexOf(lang)
		.map(({ row, fields }) => ({ row, score: scoreOf(fields, wanted) }))
		.filter(({ score }) => score > 0)
		.sort((a, b) => b.score - a.score)
		.map(({ row }) => row);
}
