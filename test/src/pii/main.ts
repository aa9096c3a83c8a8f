import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cleanSentences, letters, mutatedIdentifiers } from './corpora.js';
import { LineError, type PiiRecord, readRecords } from './record.js';
import { reportOf } from './report.js';
import { scoreRecords } from './score.js';

const usage = `npm run pii -- FILE.jsonl [FILE...]          scores files of {"text", "spans": [{"start", "end", "label"}]}
npm run pii -- --make DIRECTORY [--seed S]   writes the made-up corpora as such files`;
const PER_MUTATION = 200;

const lines = (records: readonly PiiRecord[]): string =>
	records.map((record) => `${JSON.stringify(record)}\n`).join('');

const make = (directory: string, seed: string): void => {
	mkdirSync(directory, { recursive: true });
	const corpora = {
		identifiers: mutatedIdentifiers(PER_MUTATION, seed),
		'letters-tuning': letters('tuning', seed),
		'letters-measure': letters('measure', seed),
		'clean-tuning': cleanSentences('tuning'),
		'clean-measure': cleanSentences('measure'),
	};
	for (const [name, records] of Object.entries(corpora)) {
		writeFileSync(join(directory, `${name}.jsonl`), lines(records));
		process.stdout.write(`${name}.jsonl: ${records.length} texts\n`);
	}
};

const score = (file: string): void => {
	const records = readRecords(readFileSync(file, 'utf8'));
	process.stdout.write(`${file}: ${records.length} texts\n${reportOf(scoreRecords(records))}\n`);
};

/** run does what the command line asks; a bad file is a sentence on the error output and exit code 2. */
const run = (): void => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { make: { type: 'string' }, seed: { type: 'string', default: '1' } },
	});
	if (values.make !== undefined) make(values.make, values.seed);
	else if (positionals.length === 0) throw new Error(usage);
	for (const file of positionals) {
		try {
			score(file);
		} catch (err) {
			throw err instanceof LineError ? new Error(`${file}, ${err.message}`) : err;
		}
	}
};

try {
	run();
} catch (err) {
	process.stderr.write(`${err instanceof Error ? err.message : String(err)}\n`);
	process.exitCode = 2;
}
