/** SendingRefused is a failure that trying again would not change: its code says why. */
export class SendingRefused extends Error {
	override name = 'SendingRefused';
	readonly code: string;

	constructor(code: string) {
		super(code);
		this.code = code;
	}
}

/** SendingFailed is a failure that may pass. */
export class SendingFailed extends Error {
	override name = 'SendingFailed';
	readonly code: string;

	constructor(code: string) {
		super(code);
		this.code = code;
	}
}
