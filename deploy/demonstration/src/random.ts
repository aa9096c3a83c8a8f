/** Random is a seeded stream of numbers: the same seed gives the same world, byte for byte. */
export interface Random {
	/** uniform gives a number in [0, 1). */
	uniform(): number;
	/** uint32 gives an integer in [0, 2^32). */
	uint32(): number;
}

/** hashOf spreads a text over 32 bits (FNV-1a), to name independent streams of one seed. */
const hashOf = (text: string): number => {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index += 1)
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	return hash >>> 0;
};

/** createRandom opens the stream of a name (small fast counting generator, sfc32, by Chris Doty-Humphrey). */
export const createRandom = (name: string): Random => {
	let a = hashOf(`${name}/a`);
	let b = hashOf(`${name}/b`);
	let c = hashOf(`${name}/c`);
	let counter = 1;
	const uint32 = (): number => {
		const sum = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (((c << 21) | (c >>> 11)) + sum) | 0;
		return sum >>> 0;
	};
	// The first outputs still resemble the seed.
	for (let warm = 0; warm < 12; warm += 1) uint32();
	return { uint32, uniform: () => uint32() / 0x1_0000_0000 };
};

/** normal draws from N(0, 1) (Box-Muller). */
export const normal = (random: Random): number =>
	Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform());

/** gamma draws from Gamma(shape, scale) (Marsaglia and Tsang, 2000). */
const gamma = (random: Random, shape: number, scale: number): number => {
	if (shape < 1) return gamma(random, shape + 1, scale) * random.uniform() ** (1 / shape);
	const d = shape - 1 / 3;
	const c = 1 / Math.sqrt(9 * d);
	for (;;) {
		const x = normal(random);
		const v = (1 + c * x) ** 3;
		if (v > 0 && Math.log(1 - random.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v))
			return d * v * scale;
	}
};

/** poisson draws a count of this mean; by the normal law above 200, where the difference cannot be seen. */
export const poisson = (random: Random, mean: number): number => {
	if (mean <= 0) return 0;
	if (mean > 200) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
	const limit = Math.exp(-mean);
	let count = 0;
	for (let product = random.uniform(); product > limit; product *= random.uniform()) count += 1;
	return count;
};

/** negativeBinomial draws a count of this mean and of variance `phi` times the mean (phi > 1). */
export const negativeBinomial = (random: Random, mean: number, phi: number): number =>
	mean <= 0 ? 0 : poisson(random, gamma(random, mean / (phi - 1), phi - 1));

/** Weights gives each outcome its weight; they need not sum to anything. */
export type Weights<Outcome extends string = string> = Readonly<Partial<Record<Outcome, number>>>;

/** createPicker prepares draws from weights. */
export const createPicker = (weights: Weights): ((random: Random) => string) => {
	const entries = Object.entries(weights);
	const total = entries.reduce((sum, [, weight]) => sum + (weight ?? 0), 0);
	const last = entries.at(-1)?.[0];
	if (last === undefined || total <= 0) throw new RangeError('nothing to draw from');
	return (random) => {
		let left = random.uniform() * total;
		for (const [outcome, weight] of entries) {
			left -= weight ?? 0;
			if (left < 0) return outcome;
		}
		return last;
	};
};

const hex = (value: number): string => value.toString(16).padStart(8, '0');

/** uuid makes a version 4 UUID from the stream. */
export const uuid = (random: Random): string => {
	const digits = hex(random.uint32()) + hex(random.uint32()) + hex(random.uint32()) + hex(random.uint32());
	const variant = '89ab'.charAt(random.uint32() % 4);
	return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`;
};
