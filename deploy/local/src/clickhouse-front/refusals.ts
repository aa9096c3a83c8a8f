import { FrontError } from './errors.js';
import { type Token, tokens } from './tokens.js';

// Functions that read or reach what no role grants: some of them (file) ask the engine for no grant at all.
const outside: ReadonlySet<string> = new Set(
	`FILE FILECLUSTER URL URLCLUSTER S3 S3CLUSTER GCS OSS COSN HDFS HDFSCLUSTER REMOTE REMOTESECURE CLUSTER
	CLUSTERALLREPLICAS MYSQL POSTGRESQL MONGODB REDIS SQLITE ODBC JDBC EXECUTABLE AZUREBLOBSTORAGE
	AZUREBLOBSTORAGECLUSTER DELTALAKE ICEBERG ICEBERGS3 ICEBERGLOCAL HUDI PAIMON YTSAURUS ARROWFLIGHT PYTHON
	CATBOOSTEVALUATE MERGE`.split(/\s+/),
);

const beginnings: ReadonlyMap<string, string> = new Map([
	[
		'SET',
		'SET is not supported: send settings and parameters with the request, and log in as the role you need.',
	],
	['USE', 'USE is not supported: send the database with the request.'],
	['SYSTEM', 'SYSTEM statements are not supported by the local front.'],
	['KILL', 'KILL is not supported: abort the request, and its query is killed.'],
	['GRANT', 'Roles and grants are fixed by the configuration of the local front.'],
	['REVOKE', 'Roles and grants are fixed by the configuration of the local front.'],
	['BACKUP', 'BACKUP is not supported by the local front: copy its data folder when it is stopped.'],
	['RESTORE', 'RESTORE is not supported by the local front.'],
	['ATTACH', 'ATTACH is not supported by the local front.'],
	['DETACH', 'DETACH is not supported by the local front.'],
	['EXECUTE', 'EXECUTE AS is not supported: log in as the role you need.'],
	['BEGIN', 'Transactions are not supported by the local front.'],
	['COMMIT', 'Transactions are not supported by the local front.'],
	['ROLLBACK', 'Transactions are not supported by the local front.'],
]);

// Other callers' queries, errors and credentials can be seen there, and the engine does not ask for a grant.
const hiddenTables: ReadonlySet<string> = new Set(
	`PROCESSES ERRORS ASYNCHRONOUS_INSERTS STACK_TRACE CERTIFICATES QUERY_CACHE QUERY_METRIC_LOG SERVER_SETTINGS
	BACKUPS NAMED_COLLECTIONS QUERY_LOG TEXT_LOG TRACE_LOG CRASH_LOG`.split(/\s+/),
);

function isSystemTable(list: readonly Token[], index: number): boolean {
	return list[index - 1]?.text === '.' && list[index - 2]?.text.toUpperCase() === 'SYSTEM';
}

function sentenceFor(list: readonly Token[], index: number): string | undefined {
	const token = list[index];
	if (token?.kind !== 'word' && token?.kind !== 'name') return undefined;
	const name = token.text.toUpperCase();
	const before = list[index - 1]?.text;
	if (before === undefined && token.kind === 'word' && beginnings.has(name)) return beginnings.get(name);
	if (name === 'PROCESSLIST' && before === 'SHOW')
		return 'SHOW PROCESSLIST is closed: it shows what other roles do.';
	if (name === 'OUTFILE' && before === 'INTO') return 'INTO OUTFILE is not supported: read the response.';
	if (name === 'INFILE' && before === 'FROM')
		return 'FROM INFILE is not supported: send the data in the body.';
	if (hiddenTables.has(name) && isSystemTable(list, index)) {
		return `The table system.${name.toLowerCase()} is closed: it shows what other roles do.`;
	}
	if (list[index + 1]?.text !== '(' || before === '.') return undefined;
	if (name === 'INPUT') return 'The function input is not supported: insert the rows themselves.';
	return outside.has(name) ? `The function ${name.toLowerCase()} reaches outside the store.` : undefined;
}

/** refuseByWords throws, with a sentence, on what the engine would do although no role grants it, or only half do. */
export function refuseByWords(sql: string): void {
	const list = [...tokens(sql)];
	for (const index of list.keys()) {
		const sentence = sentenceFor(list, index);
		if (sentence !== undefined) throw new FrontError('NOT_IMPLEMENTED', sentence);
	}
}
