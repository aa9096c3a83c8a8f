import { SignalLevel } from '@vigie/schemas/signal';
import { platforms } from '@vigie/schemas/taxonomy/lists/platforms';
import { type Group, groups } from './groups.js';

/** View is all that an address says: which reports are listed, which one is read, on which screen. */
export interface View {
	readonly group: Group;
	readonly platform: string | null;
	readonly level: SignalLevel | null;
	readonly report: string | null;
	/** `answer` is the screen of the answer on a phone; beside the report on a wide screen. */
	readonly screen: 'reports' | 'answer' | 'figures' | 'maintenances' | 'settings';
}

const screens = {
	repondre: 'answer',
	chiffres: 'figures',
	maintenances: 'maintenances',
	reglages: 'settings',
} as const;

const isScreen = (text: string): text is keyof typeof screens => Object.hasOwn(screens, text);
const screenOf = (text: string | null): View['screen'] =>
	text !== null && isScreen(text) ? screens[text] : 'reports';

/** readView reads an address; whatever it does not know is left at its default, so that an old link still opens. */
export const readView = (search: string): View => {
	const query = new URLSearchParams(search);
	const level = SignalLevel.safeParse(query.get('niveau'));
	return {
		group: groups.find((group) => group === query.get('etat')) ?? 'ouverts',
		platform: platforms.find(({ code }) => code === query.get('plateforme'))?.code ?? null,
		level: level.success ? level.data : null,
		report: query.get('signalement'),
		screen: screenOf(query.get('ecran')),
	};
};

/** writeView writes the address of a view over the one there is, keeping what is not its own (the language). Defaults are left out. */
export const writeView = (search: string, { group, platform, level, report, screen }: View): string => {
	const query = new URLSearchParams(search);
	const name = Object.entries(screens).find(([, own]) => own === screen)?.[0] ?? null;
	const own: readonly (readonly [string, string | null])[] = [
		['etat', group === 'ouverts' ? null : group],
		['plateforme', platform],
		['niveau', level],
		['signalement', report],
		['ecran', name],
	];
	for (const [key, value] of own) {
		if (value === null) query.delete(key);
		else query.set(key, value);
	}
	const text = query.toString();
	return text === '' ? '?' : `?${text}`;
};
