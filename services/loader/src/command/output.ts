/** Output is where a command speaks. */
export interface Output {
	/** say writes a line. */
	readonly say: (line: string) => void;
	/** progress tells how far it is, over and over. */
	readonly progress: (text: string) => void;
	/** write writes bytes as they are. */
	readonly write: (bytes: Buffer) => void;
}
