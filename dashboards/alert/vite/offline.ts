import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** offline writes the service worker at build, with the list of the files it keeps and a name that changes with them. */
export const offline = (source: URL): Plugin => ({
	name: 'vigie:offline',
	apply: 'build',
	generateBundle(_options, bundle) {
		const files = Object.keys(bundle)
			// A comment, or a proposed platform, leaves at once or not at all: its field is of no use without a network.
			.filter((file) => file.startsWith('assets/') && !/mount-(comment|proposal)/.test(file))
			.sort();
		const version = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12);
		const worker = readFileSync(source, 'utf8')
			.replace('__VERSION__', version)
			.replace("['__FILES__']", JSON.stringify(files));
		this.emitFile({ type: 'asset', fileName: 'sw.js', source: worker });
	},
});
