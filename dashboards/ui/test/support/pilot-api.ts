import { isPublished, type Level, levelOfPeriod } from '@vigie/schemas/lattice';
import type { Asked, Said } from './page-server.js';
import { manifests } from './published-fixture.js';

const published = manifests.map((manifest) => ({
	...manifest,
	lattice: '1-pilot',
	tables: manifest.tables.filter((id) => isPublished('pilot', manifest.level, id)),
}));

const LEVELS: readonly string[] = ['week', 'month', 'quarter'] satisfies readonly Level[];
const isLevel = (text: string): text is Level => LEVELS.includes(text);

/** PilotApi answers as a deployment of few structures does, and keeps what it was asked for though it does not publish it. */
export interface PilotApi {
	/** What is published; null for what the page server knows by itself. */
	readonly answer: (asked: Asked) => Said | null;
	/** Tables asked for that no release holds, as `week platform-kind`. */
	readonly unpublished: Set<string>;
}

/** pilotApi makes one: as the api does, it answers 404 for a table that no release holds, whoever asks for it. */
export const pilotApi = (): PilotApi => {
	const unpublished = new Set<string>();
	return {
		unpublished,
		answer: ({ path }) => {
			if (path === '/v1/releases') return { status: 200, body: { releases: published } };
			const [, level, release, id = ''] =
				/^\/v1\/(?:series\/(week|month|quarter)|releases\/([^/]+))\/([a-z-]+)\.json$/.exec(path) ?? [];
			const at = level ?? levelOfPeriod(release ?? '') ?? '';
			if (!isLevel(at) || isPublished('pilot', at, id)) return null;
			unpublished.add(`${at} ${id}`);
			return {
				status: 404,
				body: { type: 'about:blank', title: 'Absent', status: 404, code: 'not_in_lattice' },
			};
		},
	};
};
