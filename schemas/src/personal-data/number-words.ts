import { fold } from './words.js';

const units: Readonly<Record<string, string>> = {
	zero: '0',
	un: '1',
	une: '1',
	deux: '2',
	trois: '3',
	quatre: '4',
	cinq: '5',
	six: '6',
	sept: '7',
	huit: '8',
	neuf: '9',
};
const teens: Readonly<Record<string, number>> = {
	dix: 10,
	onze: 11,
	douze: 12,
	treize: 13,
	quatorze: 14,
	quinze: 15,
	seize: 16,
};
const tens: Readonly<Record<string, number>> = {
	vingt: 20,
	vingts: 20,
	trente: 30,
	quarante: 40,
	cinquante: 50,
	soixante: 60,
	septante: 70,
	huitante: 80,
	nonante: 90,
};

/** Spelled is a run of numbers dictated one after the other, some of them in words. */
export interface Spelled {
	readonly digits: string;
	/** How many words, rather than figures, it is made of. */
	readonly inWords: number;
	readonly start: number;
	readonly end: number;
}

interface Token {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

const token = /[0-9]{1,4}|\p{L}+/gu;
const gap = /^[ ,.;:/|_-]{1,3}$/;
const figure = /^[0-9]+$/;

const isNumber = ({ text }: Token): boolean =>
	figure.test(text) || text in units || text in teens || text in tens || text === 'et';

/** Value of the number that begins a list of tokens, and how many it takes: `quatre vingt dix sept` takes four. */
const readOne = (list: readonly string[]): { readonly value: string; readonly taken: number } => {
	const [first = '', second = '', third = ''] = list;
	const unit = units[first];
	if (first === 'quatre' && (second === 'vingt' || second === 'vingts')) return readAfter(80, 2, list);
	if (unit !== undefined) return { value: unit, taken: 1 };
	const ten = tens[first];
	if (ten !== undefined) {
		const joined = second === 'et' && (third in units || third === 'onze');
		return readAfter(ten, joined ? 2 : 1, list);
	}
	const teen = teens[first];
	if (teen === undefined) return { value: first === 'et' ? '' : first, taken: 1 };
	return first === 'dix' ? readAfter(10, 1, list) : { value: String(teen), taken: 1 };
};

const addable = (base: number, word: string): number | undefined => {
	const unit = units[word];
	if (unit !== undefined && unit !== '0') return Number(unit);
	return base === 60 || base === 80 ? teens[word] : undefined;
};

const readAfter = (base: number, taken: number, list: readonly string[]) => {
	const added = addable(base, list[taken] ?? '');
	if (added === undefined) return { value: String(base), taken };
	const more = added === 10 ? Number(units[list[taken + 1] ?? ''] ?? 0) : 0;
	return { value: String(base + added + more), taken: taken + (more > 0 ? 2 : 1) };
};

const readRun = (run: readonly Token[]): Spelled => {
	const list = run.map(({ text }) => text);
	let digits = '';
	for (let at = 0; at < list.length; ) {
		const { value, taken } = readOne(list.slice(at, at + 5));
		digits += value;
		at += taken;
	}
	return {
		digits,
		inWords: list.filter((text) => text !== 'et' && !figure.test(text)).length,
		start: run[0]?.start ?? 0,
		end: run[run.length - 1]?.end ?? 0,
	};
};

/** readSpelled gives the runs of numbers of a text that have words in them. */
export const readSpelled = (text: string): Spelled[] => {
	const runs: Token[][] = [];
	let last = -1;
	for (const match of text.matchAll(token)) {
		const one = { text: fold(match[0]), start: match.index, end: match.index + match[0].length };
		if (!isNumber(one)) continue;
		const follows = last >= 0 && gap.test(text.slice(last, one.start));
		if (follows) runs[runs.length - 1]?.push(one);
		else runs.push([one]);
		last = one.end;
	}
	return runs.map(readRun).filter(({ inWords }) => inWords > 0);
};
