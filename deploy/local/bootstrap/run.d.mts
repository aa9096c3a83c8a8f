/** run runs a command to its end and throws with the last of its output when it fails. */
export const run: (
	command: string,
	args: readonly string[],
	options?: { cwd?: string; env?: NodeJS.ProcessEnv; onLine?: (line: string) => void },
) => Promise<void>;
