import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Where the licences of what a page is made of are, in its `dist`. */
export const NOTICES_FILE = 'licences.txt';

/** packageOf gives the folder of the package that a module belongs to, or null for one of ours. */
const packageOf = (module: string): string | null =>
	/^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module.replaceAll('\\', '/'))?.[1] ?? null;

const readNotice = (folder: string): string => {
	const about: { name: string; version: string; license?: string } = JSON.parse(
		readFileSync(join(folder, 'package.json'), 'utf8'),
	);
	const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
	if (file === undefined) throw new Error(`${about.name} is in a page and brings no text of its licence`);
	const text = readFileSync(join(folder, file), 'utf8').trim();
	return `${about.name} ${about.version} (${about.license ?? 'see below'})\n\n${text}\n`;
};

/**
 * notices writes, beside a page, the licence of each package that its scripts, styles, fonts and icons come from: what those licences
 * ask of whoever hands out copies, and a page is handed out at each visit.
 */
export const notices = (): Plugin => {
	let root = '';
	return {
		name: 'vigie:notices',
		apply: 'build',
		configResolved: (config) => {
			root = config.root;
		},
		generateBundle(_options, bundle) {
			// Fonts and icons of a style sheet are no modules.
			const assets = Object.values(bundle).flatMap((entry) =>
				entry.type === 'asset' ? entry.originalFileNames : [],
			);
			const sources = [...this.getModuleIds(), ...assets.map((file) => resolve(root, file))];
			const folders = sources.flatMap((source) => packageOf(source) ?? []);
			const own = [...new Set(folders)].filter((folder) => existsSync(join(folder, 'package.json')));
			const texts = own.map(readNotice).sort();
			this.emitFile({ type: 'asset', fileName: NOTICES_FILE, source: texts.join(`\n${'-'.repeat(80)}\n\n`) });
		},
	};
};
