import { z } from 'zod';

const Span = z.strictObject({
	start: z.int().min(0),
	end: z.int().min(0),
	label: z.string().min(1),
});

/** PiiRecord is one line of a scored file: a text, and what in it is personal, in UTF-16 units, `[start, end)`. */
export const PiiRecord = z
	.strictObject({ text: z.string(), spans: z.array(Span) })
	.superRefine(({ text, spans }, context) => {
		spans.forEach(({ start, end }, index) => {
			if (start < end && end <= text.length) return;
			context.addIssue({ code: 'custom', path: ['spans', index], message: 'is not inside the text' });
		});
	});
export type PiiRecord = z.infer<typeof PiiRecord>;

/** LineError says which line of a file cannot be scored and why; the line itself, which may name somebody, is not repeated. */
export class LineError extends Error {
	override name = 'LineError';
	constructor(line: number, reason: string) {
		super(`line ${line}: ${reason}`);
	}
}

const parseLine = (text: string, line: number): PiiRecord => {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new LineError(line, 'is not JSON');
	}
	const parsed = PiiRecord.safeParse(value);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	const path = issue?.path.map(String).join('.') ?? '';
	throw new LineError(
		line,
		`${path === '' ? 'the record' : path}: ${issue?.message ?? 'is not as expected'}`,
	);
};

/** readRecords reads JSON lines; blank ones are skipped, the first bad one throws a LineError. */
export const readRecords = (jsonLines: string): PiiRecord[] =>
	jsonLines
		.replace(/^\uFEFF/, '')
		.split(/\r?\n/)
		.flatMap((text, index) => (text.trim() === '' ? [] : [parseLine(text, index + 1)]));
