const QUOTE = 34;

const quotesIn = (text: string): number => {
	let quotes = 0;
	for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) quotes += 1;
	return quotes;
};

/** quotesNeeded counts the quotation marks of a value's shortest JSON: two for each name and each text. */
const quotesNeeded = (root: unknown): number => {
	let quotes = 0;
	const left: unknown[] = [root];
	while (left.length > 0) {
		const value = left.pop();
		if (typeof value === 'string') quotes += 2;
		else if (Array.isArray(value)) for (const item of value) left.push(item);
		else if (value !== null && typeof value === 'object') {
			for (const field of Object.values(value)) {
				quotes += 2;
				left.push(field);
			}
		}
	}
	return quotes;
};

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\]]/gs;

const repeatsName = (text: string): boolean => {
	const open: Set<string>[] = [];
	for (const [token, colon] of text.matchAll(tokens)) {
		if (token === '{' || token === '[') open.push(new Set());
		else if (token === '}' || token === ']') open.pop();
		else if (colon !== undefined && token.charCodeAt(0) === QUOTE) {
			const name: unknown = JSON.parse(token.slice(0, -colon.length));
			const names = open.at(-1);
			if (typeof name !== 'string' || names?.has(name)) return true;
			names?.add(name);
		}
	}
	return false;
};

/**
 * hasUniqueNames tells whether no object of a JSON text repeats a name: two readers of `{"a":1,"a":2}` may read two things.
 * `value` is that text parsed. When the text holds as many quotation marks as the value needs, nothing was lost in parsing;
 * otherwise a name was repeated or a text holds quotation marks, and only a second reading can tell.
 */
export const hasUniqueNames = (text: string, value: unknown): boolean =>
	quotesIn(text) === quotesNeeded(value) || !repeatsName(text);
