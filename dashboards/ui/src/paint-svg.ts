/** Painted twice as fine as on the page. */
const SCALE = 2;
const SHAPES = 'rect, path, line, circle, text';
const NOT_SHAPES = 'defs, pattern, clipPath';
const HATCH_EVERY = 5;

const numberOf = (element: Element, name: string): number => Number(element.getAttribute(name) ?? 0);

const pathOf = (shape: Element): Path2D => {
	const path = new Path2D(shape.getAttribute('d') ?? undefined);
	const at = (name: string): number => numberOf(shape, name);
	if (shape.localName === 'rect') path.rect(at('x'), at('y'), at('width'), at('height'));
	if (shape.localName === 'circle') path.arc(at('cx'), at('cy'), at('r'), 0, 2 * Math.PI);
	if (shape.localName === 'line') {
		path.moveTo(at('x1'), at('y1'));
		path.lineTo(at('x2'), at('y2'));
	}
	return path;
};

/** hatchOf makes of the hatching of charts, the one pattern they have, a pattern that a canvas can fill with. */
const hatchOf = (fill: string, root: SVGSVGElement): CanvasPattern | null => {
	const id = /url\("?#([^")]+)"?\)/.exec(fill)?.[1];
	const line = id === undefined ? null : root.querySelector(`pattern[id="${CSS.escape(id)}"] rect`);
	const tile = document.createElement('canvas');
	const context = tile.getContext('2d');
	if (!line || !context) return null;
	const fine = SCALE * 4;
	tile.width = HATCH_EVERY * fine;
	tile.height = HATCH_EVERY * fine;
	context.fillStyle = getComputedStyle(line).fill;
	context.fillRect(0, 0, numberOf(line, 'width') * fine, tile.height);
	const pattern = context.createPattern(tile, 'repeat');
	pattern?.setTransform(new DOMMatrix().rotate(45).scale(1 / fine));
	return pattern;
};

const writeText = (context: CanvasRenderingContext2D, text: SVGTextContentElement): void => {
	const { font, fill } = getComputedStyle(text);
	context.font = font;
	context.fillStyle = fill;
	const lines = [...text.querySelectorAll('tspan')];
	for (const line of lines.length > 0 ? lines : [text]) {
		const words = line.textContent ?? '';
		if (words.trim() === '' || line.getNumberOfChars() === 0) continue;
		const { x, y } = line.getStartPositionOfChar(0);
		context.fillText(words, x, y);
	}
};

const paintShape = (
	context: CanvasRenderingContext2D,
	shape: SVGGraphicsElement,
	root: SVGSVGElement,
): void => {
	const style = getComputedStyle(shape);
	const path = pathOf(shape);
	const opacity = Number(style.opacity);
	if (style.fill !== 'none') {
		context.globalAlpha = opacity * Number(style.fillOpacity);
		context.fillStyle = style.fill.startsWith('url')
			? (hatchOf(style.fill, root) ?? 'transparent')
			: style.fill;
		context.fill(path);
	}
	if (style.stroke !== 'none') {
		context.globalAlpha = opacity * Number(style.strokeOpacity);
		context.strokeStyle = style.stroke;
		context.lineWidth = Number.parseFloat(style.strokeWidth);
		context.setLineDash(
			style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(',').map(Number.parseFloat),
		);
		context.stroke(path);
	}
};

/** clipTo keeps to the frame that a mark is cut by, where it has one. */
const clipTo = (context: CanvasRenderingContext2D, shape: Element, root: SVGSVGElement): void => {
	const id = /#([^")]+)/.exec(shape.closest('[clip-path]')?.getAttribute('clip-path') ?? '')?.[1];
	const frame = id === undefined ? null : root.querySelector(`clipPath[id="${CSS.escape(id)}"] > *`);
	if (frame) context.clip(pathOf(frame));
};

const paintAll = (context: CanvasRenderingContext2D, root: SVGSVGElement): void => {
	for (const shape of root.querySelectorAll<SVGGraphicsElement>(SHAPES)) {
		const matrix = shape.closest(NOT_SHAPES) ? null : shape.getScreenCTM();
		const origin = root.getScreenCTM();
		if (!matrix || !origin) continue;
		context.save();
		context.setTransform(new DOMMatrix().scale(SCALE).multiply(origin.inverse().multiply(matrix)));
		clipTo(context, shape, root);
		if (shape instanceof SVGTextContentElement) writeText(context, shape);
		else paintShape(context, shape, root);
		context.restore();
	}
};

/**
 * pngOf paints an SVG element of charts (their shapes, texts and hatching, nothing else) and gives the file; null when the browser cannot. By hand, since
 * an SVG read as an image would need a wider policy of the page, and would not have its typeface.
 */
export const pngOf = async (image: SVGSVGElement): Promise<Blob | null> => {
	const canvas = document.createElement('canvas');
	canvas.width = numberOf(image, 'width') * SCALE;
	canvas.height = numberOf(image, 'height') * SCALE;
	const context = canvas.getContext('2d');
	if (!context) return null;
	// Colours, typefaces and places are only known of what is in the page.
	const aside = document.createElement('div');
	aside.ariaHidden = 'true';
	Object.assign(aside.style, { position: 'fixed', left: '0', top: '0', opacity: '0', pointerEvents: 'none' });
	aside.append(image);
	document.body.append(aside);
	try {
		paintAll(context, image);
	} finally {
		aside.remove();
	}
	return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
};
