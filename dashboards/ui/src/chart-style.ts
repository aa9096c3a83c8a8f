/** CHART_CLASS names every Plot drawing. Plot writes a style element that contains it: its hash is in `ui/csp-style-hashes.json`, which the gateway reads. */
export const CHART_CLASS = 'chart';

/** paint gives charts their colours as tokens, so that the dark scheme needs no drawing again. */
export const paint = {
	ink: 'var(--ink)',
	text: 'var(--text-2)',
	grid: 'var(--grid)',
	bar: 'var(--bar)',
	above: 'var(--red-bar)',
	cap: 'var(--cap)',
	teal: 'var(--teal)',
	strongTeal: 'var(--seq-5)',
	paper: 'var(--paper)',
	holiday: 'var(--holiday)',
} as const;

const SEQUENCE = [
	'var(--seq-1)',
	'var(--seq-2)',
	'var(--seq-3)',
	'var(--seq-4)',
	'var(--seq-5)',
	'var(--seq-6)',
] as const;
const FIRST_WITH_HIGH_TEXT = 4;

/** CLASS_COUNT is how many classes the sequential colours have. */
export const CLASS_COUNT = SEQUENCE.length;

/** sequencePaint gives the ground of a class, from 0 (least) to CLASS_COUNT - 1 (most). */
export const sequencePaint = (rank: number): string =>
	SEQUENCE[Math.min(Math.max(rank, 0), CLASS_COUNT - 1)] ?? SEQUENCE[0];

/** sequenceInk gives the colour of text that can be read on a class. */
export const sequenceInk = (rank: number): string =>
	rank >= FIRST_WITH_HIGH_TEXT ? 'var(--on-seq-high)' : 'var(--on-seq-low)';

const SVG = 'http://www.w3.org/2000/svg';

/** hatch makes a Plot mark that defines the hatching of what is not published, to be used as `url(#id)`. */
export const hatch =
	(id: string, thickness = 1.6) =>
	(): SVGElement => {
		const defs = document.createElementNS(SVG, 'defs');
		const pattern = document.createElementNS(SVG, 'pattern');
		const line = document.createElementNS(SVG, 'rect');
		const set = (element: SVGElement, attributes: Readonly<Record<string, string | number>>) => {
			for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
		};
		set(pattern, { id, width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' });
		set(line, { width: thickness, height: 5, fill: 'var(--hatch)' });
		pattern.append(line);
		defs.append(pattern);
		return defs;
	};
