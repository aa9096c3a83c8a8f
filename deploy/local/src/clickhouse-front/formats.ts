/**
 * How the results of a format may travel. Every block that the engine streams is a complete document, so that only
 * formats whose documents can be laid end to end are streamed; the others are written out whole first.
 */
type Travel = 'streamed' | 'whole';

interface Format {
	readonly travel: Travel;
	readonly contentType: string;
}

const text = (travel: Travel, contentType = 'text/plain; charset=UTF-8'): Format => ({ travel, contentType });
const json = (travel: Travel) => text(travel, 'application/json; charset=UTF-8');
const lines = text('streamed', 'application/x-ndjson; charset=UTF-8');
const tabs = (travel: Travel) => text(travel, 'text/tab-separated-values; charset=UTF-8');
const commas = (present: 'present' | 'absent', travel: Travel) =>
	text(travel, `text/csv; charset=UTF-8; header=${present}`);
const binary = (travel: Travel) => text(travel, 'application/octet-stream');

const formats: ReadonlyMap<string, Format> = new Map([
	['JSONEachRow', lines],
	['JSONCompactEachRow', lines],
	['JSONStringsEachRow', lines],
	['JSONCompactStringsEachRow', lines],
	['JSON', json('whole')],
	['JSONCompact', json('whole')],
	['JSONStrings', json('whole')],
	['JSONCompactStrings', json('whole')],
	['JSONColumnsWithMetadata', json('whole')],
	['JSONObjectEachRow', json('whole')],
	['JSONCompactEachRowWithNames', json('whole')],
	['JSONCompactEachRowWithNamesAndTypes', json('whole')],
	['CSV', commas('absent', 'streamed')],
	['CSVWithNames', commas('present', 'whole')],
	['CSVWithNamesAndTypes', commas('present', 'whole')],
	['TabSeparated', tabs('streamed')],
	['TabSeparatedRaw', tabs('streamed')],
	['TabSeparatedWithNames', tabs('whole')],
	['TabSeparatedWithNamesAndTypes', tabs('whole')],
	['TSV', tabs('streamed')],
	['TSVWithNames', tabs('whole')],
	['TSVRaw', tabs('streamed')],
	['Values', text('whole')],
	['Vertical', text('whole')],
	['Pretty', text('whole')],
	['PrettyCompact', text('whole')],
	['RowBinary', binary('streamed')],
	['RowBinaryWithNamesAndTypes', binary('whole')],
	['Native', binary('streamed')],
	['Parquet', binary('whole')],
	['Arrow', binary('whole')],
	['ArrowStream', binary('whole')],
	['Null', text('whole')],
]);

/** formatNamed gives what is known of an output format; an unknown one is written out whole, if the engine has it. */
export function formatNamed(name: string): Format {
	return formats.get(name) ?? binary('whole');
}
