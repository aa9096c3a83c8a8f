/** FigureImage is what an image of a figure holds: the drawing, and the words without which it says nothing. */
export interface FigureImage {
	readonly drawings: readonly SVGSVGElement[];
	readonly title: string;
	readonly unit: string;
	readonly notes: readonly string[];
	/** Colours that the figure explains beside its drawing. */
	readonly key: readonly { readonly fill: string; readonly name: string }[];
	/** Where it comes from; the strip of a demonstration first. */
	readonly source: string;
	readonly strip: string | null;
}

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 24;
/** A letter is about so wide, in parts of its size: lines are broken a little early rather than cut. */
const LETTER = 0.52;
const FONT = 'var(--font)';
const TOKEN = /var\((--[\w-]+)\)/g;

/** linesOf breaks a text where a width is full. */
const linesOf = (text: string, width: number, size: number): readonly string[] => {
	const most = Math.max(8, Math.floor(width / (size * LETTER)));
	const lines: string[] = [];
	for (const word of text.split(' ')) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return lines;
};

const element = (
	name: string,
	attributes: Readonly<Record<string, string | number>>,
	text?: string,
): SVGElement => {
	const made = document.createElementNS(SVG, name);
	for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
	if (text !== undefined) made.textContent = text;
	return made;
};

const sizeOf = (svg: SVGSVGElement) => ({
	width: Number(svg.getAttribute('width')),
	height: Number(svg.getAttribute('height')),
});

/** figureImage draws a figure with its words as one SVG element, in the tokens of the page. */
export const figureImage = ({
	drawings,
	title,
	unit,
	notes,
	key,
	source,
	strip,
}: FigureImage): SVGSVGElement => {
	const inner = Math.max(480, ...drawings.map((svg) => sizeOf(svg).width));
	const root = document.createElementNS(SVG, 'svg');
	for (const [name, value] of Object.entries({ 'font-family': FONT, color: 'var(--ink)' }))
		root.setAttribute(name, value);
	let y = MARGIN;
	const write = (text: string, size: number, weight: number, fill: string): void => {
		for (const line of linesOf(text, inner, size)) {
			y += size * 1.3;
			root.append(element('text', { x: MARGIN, y, 'font-size': size, 'font-weight': weight, fill }, line));
		}
	};
	if (strip !== null) write(strip, 14, 700, 'var(--red)');
	write(title, 20, 650, 'var(--ink)');
	write(unit, 14, 400, 'var(--text-2)');
	for (const svg of drawings) {
		y += 20;
		const copy = svg.cloneNode(true);
		// A clone of an element is one.
		const drawing = copy as SVGSVGElement;
		// The library's own typeface is written in a style, which only a style goes before.
		drawing.style.fontFamily = FONT;
		drawing.setAttribute('x', String(MARGIN));
		drawing.setAttribute('y', String(y));
		root.append(drawing);
		y += sizeOf(svg).height;
	}
	y += 8;
	for (const { fill, name } of key) {
		root.append(element('rect', { x: MARGIN, y, width: 16, height: 16, fill, stroke: 'var(--control)' }));
		root.append(element('text', { x: MARGIN + 24, y: y + 13, 'font-size': 14, fill: 'var(--ink)' }, name));
		y += 22;
	}
	for (const note of notes) write(note, 13, 400, 'var(--text-2)');
	y += 6;
	write(source, 13, 400, 'var(--text-2)');
	const [width, height] = [inner + 2 * MARGIN, Math.ceil(y + MARGIN)];
	for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` }))
		root.setAttribute(name, String(value));
	root.prepend(element('rect', { width, height, fill: 'var(--paper)' }));
	return root;
};

/** svgText writes an image as a file that needs nothing else: tokens are turned into the colours they have on the page now. */
export const svgText = (image: SVGSVGElement): string => {
	const tokens = getComputedStyle(document.documentElement);
	return new XMLSerializer()
		.serializeToString(image)
		.replaceAll(TOKEN, (_, token: string) => tokens.getPropertyValue(token).trim().replaceAll('"', "'"));
};
