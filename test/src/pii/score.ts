import { detect } from '@vigie/schemas/personal-data/detect';
import type { Finding } from '@vigie/schemas/personal-data/finding';
import { namesIt } from './label-map.js';
import type { PiiRecord } from './record.js';

/** LabelScore counts the spans of one label. */
export interface LabelScore {
	readonly spans: number;
	/** Spans that a finding touches, whatever it calls them: what the refusal of the text rests on. */
	readonly found: number;
	/** Spans touched by a finding that calls them what they are. */
	readonly named: number;
	/** Spans whose text is refused, be it for something else in it. */
	readonly refused: number;
}

/** Score is what a file of texts says of the detector. */
export interface Score {
	readonly labels: ReadonlyMap<string, LabelScore>;
	/** Texts with at least one span, and how many of them are refused. */
	readonly personal: { readonly texts: number; readonly refused: number };
	/** Texts without any, and how many of them are refused wrongly. */
	readonly clean: { readonly texts: number; readonly refused: number };
}

const none: LabelScore = { spans: 0, found: 0, named: 0, refused: 0 };

const touch = (finding: Finding, span: PiiRecord['spans'][number]): boolean =>
	finding.start < span.end && span.start < finding.end;

/** scoreRecords runs the detector over texts and compares what it finds with their spans. */
export const scoreRecords = (records: readonly PiiRecord[]): Score => {
	const labels = new Map<string, LabelScore>();
	const personal = { texts: 0, refused: 0 };
	const clean = { texts: 0, refused: 0 };
	for (const { text, spans } of records) {
		const findings = detect(text);
		const refused = findings.length > 0 ? 1 : 0;
		const kind = spans.length > 0 ? personal : clean;
		kind.texts += 1;
		kind.refused += refused;
		for (const span of spans) {
			const label = span.label.toUpperCase();
			const touching = findings.filter((finding) => touch(finding, span));
			const before = labels.get(label) ?? none;
			labels.set(label, {
				spans: before.spans + 1,
				found: before.found + (touching.length > 0 ? 1 : 0),
				named: before.named + (touching.some((finding) => namesIt(label, finding.label)) ? 1 : 0),
				refused: before.refused + refused,
			});
		}
	}
	return { labels, personal, clean };
};
