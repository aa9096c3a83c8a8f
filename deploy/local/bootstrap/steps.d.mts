/** Progress replaces the text beside a running step; the last one stays when it is done. */
export type Progress = (text: string) => void;

/** Steps prints what a start or a stop does. */
export interface Steps {
	/** Prints a line of its own. */
	note(line: string): void;
	/** Runs a step, printed with its time when it ends, well or not. */
	step<Value>(label: string, action: (progress: Progress) => Promise<Value>): Promise<Value>;
	close(): void;
}

/** createSteps prints to a stream: redrawn in place on a terminal, plain lines elsewhere. */
export const createSteps: (
	out: Pick<NodeJS.WriteStream, 'write'> & { isTTY?: boolean; columns?: number },
) => Steps;
