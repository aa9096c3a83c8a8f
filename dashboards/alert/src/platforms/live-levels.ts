import { departements } from '@vigie/schemas/taxonomy/lists/departements';
import { isRecord, readJson } from '../answers.js';

/** Perturbation is what a tile says of its platform. */
export interface Perturbation {
	readonly level: 'watch' | 'signal' | 'strong';
	readonly since: number;
	/** True when it is told of the device's région alone, not of France. */
	readonly isRegional: boolean;
}

/** PlannedStop is what a tile says while a stop that was announced lasts: whatever is reported meanwhile, nothing alarms. */
export interface PlannedStop {
	readonly level: 'maintenance';
	readonly until: number;
}

/** Perturbations are those of this device's country and région, and the planned stops, by platform. */
export type Perturbations = ReadonlyMap<string, Perturbation | PlannedStop>;

const isLevel = (value: unknown): value is Perturbation['level'] =>
	value === 'watch' || value === 'signal' || value === 'strong';

const territoriesOf = (departement: string): readonly string[] => {
	const region = departements.find(({ code }) => code === departement)?.region;
	return ['FR', ...(region ? [`R${region}`] : [])];
};

/** perturbationsIn reads the body of `GET /v1/live` for a département: a planned stop comes before France, and France before the région. */
export const perturbationsIn = (body: Record<string, unknown> | null, departement: string): Perturbations => {
	const listOf = (list: unknown): readonly unknown[] => (Array.isArray(list) ? list : []);
	const levels = listOf(body?.levels);
	const found = new Map<string, Perturbation | PlannedStop>();
	for (const entry of listOf(body?.maintenances)) {
		if (!isRecord(entry)) continue;
		const { platform, until } = entry;
		if (typeof platform === 'string' && typeof until === 'string')
			found.set(platform, { level: 'maintenance', until: Date.parse(until) });
	}
	for (const territory of territoriesOf(departement))
		for (const entry of levels) {
			if (!isRecord(entry) || entry.territory !== territory) continue;
			const { platform, level, since } = entry;
			if (typeof platform !== 'string' || typeof since !== 'string' || !isLevel(level)) continue;
			if (!found.has(platform))
				found.set(platform, { level, since: Date.parse(since), isRegional: territory !== 'FR' });
		}
	return found;
};

/** readPerturbations asks what is told now; null when nobody answers. */
export const readPerturbations = async (
	send: typeof fetch,
	departement: string,
): Promise<Perturbations | null> => {
	try {
		const response = await send('/v1/live', { credentials: 'omit', cache: 'no-store' });
		return response.ok ? perturbationsIn(await readJson(response), departement) : null;
	} catch {
		return null;
	}
};
