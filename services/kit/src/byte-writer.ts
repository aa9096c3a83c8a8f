/** ByteWriter writes one thing after the other into a buffer that grows; numbers as Kafka's protocol has them, big-endian. */
export interface ByteWriter {
	/** How many bytes are written. */
	readonly length: number;
	int8(value: number): void;
	int16(value: number): void;
	int32(value: number): void;
	int64(value: bigint): void;
	/** varInt writes an integer of up to 53 bits in as few bytes as it needs, zigzag: -1 is one byte. */
	varInt(value: number): void;
	/** text writes a text in UTF-8 after its length in bytes, in 16 bits. */
	text(value: string): void;
	/** field writes bytes, or a text in UTF-8, after their length as a varInt; -1 for none. */
	field(value: Buffer | string | null | undefined): void;
	/** sized writes what `write` writes after its length as a varInt. */
	sized(write: () => void): void;
	/** sized32 writes what `write` writes after its length in 32 bits. */
	sized32(write: () => void): void;
	/** patchInt32 writes over what is written at `at`. */
	patchInt32(at: number, value: number): void;
	/** written gives what is written from `from` on, without a copy: it is good until more is written. */
	written(from?: number): Buffer;
}

const INT32_BYTES = 4;
/** What stands before most sized things: up to 8 191 bytes. */
const USUAL_SIZE_BYTES = 2;
const LONGEST_VARINT_BYTES = 8;

const zigzag = (value: number): number => (value >= 0 ? 2 * value : -2 * value - 1);

const varIntBytes = (value: number): number => {
	let bytes = 1;
	for (let rest = zigzag(value); rest >= 128; rest = Math.floor(rest / 128)) bytes += 1;
	return bytes;
};

/** createByteWriter makes a writer with room for `capacity` bytes to begin with. */
export const createByteWriter = (capacity: number): ByteWriter => {
	// Each byte is written before it is read: zeros would be written in vain.
	let buffer = Buffer.allocUnsafe(capacity);
	let at = 0;
	const need = (bytes: number): void => {
		if (at + bytes <= buffer.length) return;
		const larger = Buffer.allocUnsafe(2 * (at + bytes));
		buffer.copy(larger, 0, 0, at);
		buffer = larger;
	};
	const varInt = (value: number): void => {
		need(LONGEST_VARINT_BYTES);
		let rest = zigzag(value);
		for (; rest >= 128; rest = Math.floor(rest / 128)) buffer[at++] = (rest % 128) + 128;
		buffer[at++] = rest;
	};
	const raw = (value: Buffer | string, bytes: number): void => {
		need(bytes);
		at += typeof value === 'string' ? buffer.write(value, at, bytes, 'utf8') : value.copy(buffer, at);
	};
	const int16 = (value: number): void => {
		need(2);
		at = buffer.writeInt16BE(value, at);
	};
	const int32 = (value: number): void => {
		need(INT32_BYTES);
		at = buffer.writeInt32BE(value, at);
	};
	return {
		get length() {
			return at;
		},
		int8: (value) => {
			need(1);
			at = buffer.writeInt8(value, at);
		},
		int16,
		int32,
		int64: (value) => {
			need(8);
			at = buffer.writeBigInt64BE(value, at);
		},
		varInt,
		text: (value) => {
			const bytes = Buffer.byteLength(value);
			int16(bytes);
			raw(value, bytes);
		},
		field: (value) => {
			if (value === null || value === undefined) return varInt(-1);
			const bytes = Buffer.byteLength(value);
			varInt(bytes);
			raw(value, bytes);
		},
		sized: (write) => {
			need(USUAL_SIZE_BYTES);
			const sizeAt = at;
			at += USUAL_SIZE_BYTES;
			write();
			const size = at - sizeAt - USUAL_SIZE_BYTES;
			const bytes = varIntBytes(size);
			need(bytes);
			if (bytes !== USUAL_SIZE_BYTES) buffer.copyWithin(sizeAt + bytes, sizeAt + USUAL_SIZE_BYTES, at);
			at = sizeAt;
			varInt(size);
			at += size;
		},
		sized32: (write) => {
			const sizeAt = at;
			int32(0);
			write();
			buffer.writeInt32BE(at - sizeAt - INT32_BYTES, sizeAt);
		},
		patchInt32: (place, value) => {
			buffer.writeInt32BE(value, place);
		},
		written: (from = 0) => buffer.subarray(from, at),
	};
};
