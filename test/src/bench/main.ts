import { startOwnStack } from '../own-stack.js';
import { benchBatch } from './batch.js';
import { benchClosing } from './closing.js';
import { benchDetector } from './detector.js';
import { benchDrain } from './drain.js';
import { benchLarge } from './large.js';
import { benchLoader } from './loader.js';
import { type Figure, holds } from './measure.js';
import { benchSingle } from './single.js';
import { benchVisible } from './visible.js';

const tell = (figure: Figure): void => {
	const { name, value, must, aim, atLeast, detail } = figure;
	const sign = atLeast ? '>=' : '<=';
	process.stdout.write(
		`${holds(figure) ? 'ok    ' : 'MISSED'} ${name.padEnd(28)} ${String(value).padStart(8)}  must ${sign} ${must}, aim ${aim}  (${detail})\n`,
	);
};

const benches = {
	visible: benchVisible,
	loader: benchLoader,
	closing: benchClosing,
	drain: benchDrain,
	detector: benchDetector,
	single: benchSingle,
	batch: benchBatch,
} as const;

/** Half an hour each: only by their name. */
const longBenches = { large: benchLarge } as const;

/** Named on the command line, or all but the long ones: `npm run bench -- single batch`. */
const chosen = process.argv.slice(2);
const selected =
	chosen.length === 0
		? Object.entries(benches)
		: Object.entries({ ...benches, ...longBenches }).filter(([name]) => chosen.includes(name));

const stack = await startOwnStack();
const figures: Figure[] = [];
try {
	for (const [name, bench] of selected) {
		// Two cores: what follows intake would take the time that its own figures are about.
		if (name === 'single') await stack.kill('loader');
		for (const figure of [await bench(stack)].flat()) {
			figures.push(figure);
			tell(figure);
		}
	}
} finally {
	await stack.close();
}
process.stdout.write(
	`${JSON.stringify(Object.fromEntries(figures.map(({ name, value }) => [name, value])))}\n`,
);
process.exit(figures.every(holds) ? 0 : 1);
