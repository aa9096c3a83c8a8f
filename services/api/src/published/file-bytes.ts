import type { ClickHouseClient } from '@clickhouse/client';

/** ReadFileBytes gives the bytes of a file built at a closing; none when there is no such file. */
export type ReadFileBytes = (release: string, node: string, format: string) => Promise<Buffer>;

/** The file alone, neither quoted nor parsed. One that was written twice is the same twice. */
const FILE = `
SELECT base64Decode(body)
FROM published.files
WHERE release = {release: String} AND node = {node: String} AND format = {format: String}
LIMIT 1
FORMAT RawBLOB`;

/** fileBytesReader reads `published.files`. */
export const fileBytesReader =
	(client: ClickHouseClient): ReadFileBytes =>
	async (release, node, format) => {
		const { stream } = await client.exec({ query: FILE, query_params: { release, node, format } });
		const chunks: Buffer[] = [];
		for await (const chunk of stream) chunks.push(chunk);
		return Buffer.concat(chunks);
	};
