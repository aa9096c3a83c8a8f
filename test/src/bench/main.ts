import { startOwnStack } from '../own-stack.js';
import { benchBatch } from './batch.js';
import { benchClosing } from './closing.js';
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

const stack = await startOwnStack();
const figures: Figure[] = [];
try {
	for (const bench of [benchVisible, benchSingle, benchBatch, benchLoader, benchClosing]) {
		const found = await bench(stack);
		for (const figure of [found].flat()) {
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
