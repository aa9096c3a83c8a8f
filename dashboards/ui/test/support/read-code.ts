import type { Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import { z } from 'zod';

const Pixels = z.object({ width: z.int(), height: z.int(), data: z.array(z.int()) });

/** The path of a code, drawn in the page's own colours, and read again from its pixels. */
const readPixels = (selector: string): string => `(() => {
	const svg = document.querySelector(${JSON.stringify(selector)});
	const box = svg.viewBox.baseVal;
	const canvas = document.createElement('canvas');
	canvas.width = canvas.height = 360;
	const context = canvas.getContext('2d');
	context.fillStyle = getComputedStyle(svg.querySelector('rect')).fill;
	context.fillRect(0, 0, 360, 360);
	context.fillStyle = getComputedStyle(svg.querySelector('path')).fill;
	context.scale(360 / box.width, 360 / box.height);
	context.fill(new Path2D(svg.querySelector('path').getAttribute('d')));
	return { width: 360, height: 360, data: [...context.getImageData(0, 0, 360, 360).data] };
})()`;

/** readCode gives what a camera reads from the QR code that a selector finds. */
export const readCode = async (page: Page, selector: string): Promise<string> => {
	await page.locator(selector).waitFor();
	const { width, height, data } = Pixels.parse(await page.evaluate(readPixels(selector)));
	return decodeQR({ width, height, data: Uint8Array.from(data) });
};
