import encodeQR from 'qr';

/** QrPath is a code as one path of an SVG, in squares of 1, and how many squares it is wide, quiet border included. */
export interface QrPath {
	readonly size: number;
	readonly path: string;
}

/** qrPath draws a text as a QR code. A printed page gets folded and stained: a quarter of it may be lost. */
export const qrPath = (text: string): QrPath => {
	const rows = encodeQR(text, 'raw', { ecc: 'quartile', border: 4 });
	const squares = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
	return { size: rows.length, path: squares.join('') };
};
