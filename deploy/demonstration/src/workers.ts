import { departementPopulations } from '@vigie/schemas/taxonomy/lists/departement-populations';
import { departements } from '@vigie/schemas/taxonomy/lists/departements';
import { createRandom, normal, type Random, uuid } from './random.js';

export interface DemoStructure {
	readonly id: string;
	readonly label: string;
	readonly organisation: string;
	readonly family: string;
	readonly departement: string;
}

export interface DemoWorker {
	readonly device: string;
	readonly structure: DemoStructure;
	readonly roleFamily: string;
	/** Referral family of the worker: the node it stands on in the circuit. */
	readonly node: string;
	readonly departement: string;
}

/** Profile ties what a worker does to where such a worker sits, with its share of the network. */
interface Profile {
	readonly share: number;
	readonly roleFamily: string;
	readonly node: string;
	readonly structureFamily: string;
	readonly label: string;
}

const profiles: readonly Profile[] = [
	{
		share: 0.4,
		roleFamily: 'TRAVAIL_SOCIAL',
		node: 'TS',
		structureFamily: 'DEPARTEMENT',
		label: 'Maison des solidarités',
	},
	{ share: 0.2, roleFamily: 'SECRETARIAT_ACCUEIL', node: 'SA', structureFamily: 'COMMUNE', label: 'CCAS' },
	{
		share: 0.2,
		roleFamily: 'MEDIATION_NUMERIQUE',
		node: 'MN',
		structureFamily: 'LIEU_NUMERIQUE',
		label: 'Espace numérique',
	},
	{
		share: 0.08,
		roleFamily: 'MEDIATION_SOCIALE',
		node: 'MS',
		structureFamily: 'ASSOCIATION',
		label: 'Point de médiation',
	},
	{
		share: 0.07,
		roleFamily: 'MEDIATION_NUMERIQUE',
		node: 'FS',
		structureFamily: 'FRANCE_SERVICES',
		label: 'France services',
	},
	{
		share: 0.05,
		roleFamily: 'AIDANT_BENEVOLE',
		node: 'AB',
		structureFamily: 'ASSOCIATION',
		label: 'Permanence bénévole',
	},
];

export const STRUCTURES = 900;
const WORKERS = 6_000;

const profileOf = (share: number): Profile => {
	let left = share;
	for (const profile of profiles) {
		left -= profile.share;
		if (left < 0) return profile;
	}
	return profiles[0] as Profile; // the list above is not empty
};

/** cumulate turns weights into running sums, for draws by bisection. */
const cumulate = (weights: readonly number[]): readonly number[] => {
	let sum = 0;
	return weights.map((weight) => {
		sum += weight;
		return sum;
	});
};

/** bisect finds the first index whose running sum is above a value. */
export const bisect = (sums: readonly number[], value: number, end = sums.length): number => {
	let low = 0;
	let high = end - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((sums[middle] ?? 0) > value) high = middle;
		else low = middle + 1;
	}
	return low;
};

const makeStructures = (random: Random): readonly DemoStructure[] => {
	const places = departements;
	// By population, with a log-normal spread; every département has at least one structure.
	const sums = cumulate(
		places.map(({ code }) => departementPopulations[code] * Math.exp(0.5 * normal(random))),
	);
	const total = sums.at(-1) ?? 0;
	return Array.from({ length: STRUCTURES }, (_, index) => {
		const place = places[index < places.length ? index : bisect(sums, random.uniform() * total)];
		const profile = profileOf(index < places.length ? 0 : random.uniform());
		const departement = place?.code ?? '75';
		const number = String(index + 1).padStart(3, '0');
		return {
			id: `demo-${number}`,
			label: `${profile.label} ${number} (${departement}), fictif`,
			// Structures of one network in one département share their organisation.
			organisation: `demo-${profile.structureFamily.toLowerCase().replaceAll('_', '-')}-${departement.toLowerCase()}`,
			family: profile.structureFamily,
			departement,
		};
	});
};

/** Network is who reports: structures, workers in the order they joined, and each one's share of the activity. */
export interface Network {
	readonly structures: readonly DemoStructure[];
	readonly workers: readonly DemoWorker[];
	/** Running sums of activity, in the order of joining. */
	readonly activity: readonly number[];
}

/** createNetwork makes the demonstration's 900 structures and 6 000 workers. */
export const createNetwork = (seed: string): Network => {
	const random = createRandom(`${seed}/network`);
	const structures = makeStructures(random);
	const byFamily = new Map<string, DemoStructure[]>();
	for (const structure of structures)
		byFamily.set(structure.family, [...(byFamily.get(structure.family) ?? []), structure]);
	const workers = Array.from({ length: WORKERS }, (): DemoWorker => {
		const profile = profileOf(random.uniform());
		const candidates = byFamily.get(profile.structureFamily) ?? structures;
		const structure =
			candidates[Math.floor(random.uniform() * candidates.length)] ?? (structures[0] as DemoStructure); // 900 exist
		const { roleFamily, node } = profile;
		return { device: uuid(random), structure, roleFamily, node, departement: structure.departement };
	});
	// A log-normal of this spread gives half of the events to a tenth of the workers.
	const activity = cumulate(workers.map(() => Math.exp(1.28 * normal(random))));
	return { structures, workers, activity };
};
