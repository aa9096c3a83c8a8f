/** tabs are the five screens of the bottom bar, in their order; their names are those of the address. */
export const tabs = ['alerter', 'demarche', 'droit', 'orienter', 'suivi'] as const;
/** Tab is one of them. */
export type Tab = (typeof tabs)[number];

/** Route is where the address's fragment leads. `detail` is the declaration being specified, over the screen. */
export interface Route {
	readonly screen: Tab | 'appareil';
	readonly detail: string | null;
}

const screens: readonly Route['screen'][] = [...tabs, 'appareil'];

/** routeOf reads a fragment; anything unknown leads to the tiles. */
export const routeOf = (fragment: string): Route => {
	const [name, detail] = fragment.replace(/^#/, '').split('/');
	const screen = screens.find((known) => known === name);
	return screen ? { screen, detail: detail || null } : { screen: 'alerter', detail: null };
};

/** fragmentOf writes the fragment of a route. */
export const fragmentOf = ({ screen, detail }: Route): string =>
	`#${screen}${detail === null ? '' : `/${detail}`}`;
