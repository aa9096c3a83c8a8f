import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The typeface of the pages (OFL), in the two weights that print uses. */
const read = (weight: 400 | 700): Buffer =>
	readFileSync(
		require.resolve(
			`@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff`,
		),
	);

/** readFonts reads the faces once, at start. */
export const readFonts = (): Readonly<Record<'regular' | 'bold', Buffer>> => ({
	regular: read(400),
	bold: read(700),
});
