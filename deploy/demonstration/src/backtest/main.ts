import { parseArgs } from 'node:util';
import { backtest } from './backtest.js';
import { tellBacktest } from './tell-backtest.js';

const { values } = parseArgs({
	options: {
		backtest: { type: 'boolean' },
		seed: { type: 'string', default: 'vigie-demo-1' },
		now: { type: 'string', default: new Date().toISOString() },
		json: { type: 'boolean', default: false },
	},
});
const found = backtest(values.seed, new Date(values.now));
// Of repairs, the figures: the signals that say so are for tests.
const figures = { ...found, repairs: found.repairs.map((story) => story.found) };
process.stdout.write(`${values.json ? JSON.stringify(figures) : tellBacktest(found)}\n`);
