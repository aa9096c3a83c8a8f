import { readFile } from 'node:fs/promises';
import { isWeek } from '@vigie/schemas/calendar';
import { z } from 'zod';

const isDate = (text: string): boolean =>
	/^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

const safely =
	(check: (text: string) => boolean) =>
	(text: string): boolean => {
		try {
			return check(text);
		} catch {
			return false;
		}
	};

/** More declarations a week than there are people are a mistake of the file. */
const MOST = 1_000_000_000_000;

const Count = z
	.int('doit être un entier')
	.min(0, 'ne peut pas être négatif')
	.max(MOST, 'dépasse mille milliards')
	.nullable();

const SeriesFile = z.strictObject({
	start: z
		.string('doit être une semaine ISO (2019-W01) ou une date (2019-01-07)')
		.refine(
			(text) => isWeek(text) || safely(isDate)(text),
			'doit être une semaine ISO (2019-W01) ou une date (2019-01-07)',
		),
	counts: z.array(Count, 'doit être une liste de nombres').min(1, 'ne peut pas être vide'),
	reporters: z.array(Count, 'doit être une liste de nombres').optional(),
	holidayShare: z.array(z.number().min(0).max(1), 'doit être une liste de parts entre 0 et 1').optional(),
	breaks: z.array(z.int().min(0), 'doit être une liste de rangs').optional(),
});

/** SeriesFile is a series as the command reads it. */
export type SeriesFile = z.infer<typeof SeriesFile>;

const sentenceOf = ({ path, message, ...issue }: z.core.$ZodIssue): string => {
	if (issue.code === 'unrecognized_keys') return `champ inconnu : ${issue.keys.join(', ')}`;
	const [field = 'le fichier', index] = path;
	return `${String(field)}${index === undefined ? '' : `[${String(index)}]`} ${message}`;
};

const readText = async (file: string): Promise<string> => {
	try {
		return await readFile(file, 'utf8');
	} catch {
		throw new Error(`Le fichier ${file} ne peut pas être lu.`);
	}
};

const parseJson = (text: string, file: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		throw new Error(`Le fichier ${file} n’est pas du JSON.`);
	}
};

/** readSeriesFile reads and checks a series; errors are sentences that say where the file is wrong. */
export const readSeriesFile = async (file: string): Promise<SeriesFile> => {
	const read = SeriesFile.safeParse(parseJson(await readText(file), file));
	if (!read.success) {
		const sentences = read.error.issues.slice(0, 5).map(sentenceOf);
		throw new Error(`Le fichier ${file} n’est pas une série : ${sentences.join(' ; ')}.`);
	}
	for (const name of ['reporters', 'holidayShare'] as const) {
		const list = read.data[name];
		if (list && list.length !== read.data.counts.length)
			throw new Error(
				`${name} a ${list.length} semaines, counts ${read.data.counts.length} : il en faut autant.`,
			);
	}
	return read.data;
};
