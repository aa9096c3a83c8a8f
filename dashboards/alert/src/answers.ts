/** isRecord tells whether a value is a plain JSON object. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** readJson reads an answer's body as a JSON object; null for anything else (a portal's page, an empty body). */
export const readJson = async (response: Response): Promise<Record<string, unknown> | null> => {
	try {
		const body: unknown = await response.json();
		return isRecord(body) ? body : null;
	} catch {
		return null;
	}
};

/** parseObject reads a stored text as a JSON object; null when it is missing or damaged. */
export const parseObject = (text: string | null): Record<string, unknown> | null => {
	try {
		const value: unknown = JSON.parse(text ?? 'null');
		return isRecord(value) ? value : null;
	} catch {
		return null;
	}
};

/** problemCodeOf reads the code of a problem document; null when there is none. */
export const problemCodeOf = (body: Record<string, unknown> | null): string | null =>
	typeof body?.code === 'string' ? body.code : null;
