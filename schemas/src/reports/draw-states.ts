import { type ReportState, reportStates, transitions } from './states.js';

const who = { reporter: 'Vigie', body: 'organisme', field: 'terrain' } as const;

const closed = (state: ReportState): boolean => !reportStates[state].open;

/** drawStates draws the state machine as a Mermaid diagram: the page that shows it is compared with this by a test. */
export const drawStates = (): string => {
	// Object.entries widens the keys to texts; they are exactly the states.
	const states = Object.entries(reportStates) as [ReportState, { fr: string }][];
	const arrows = transitions.flatMap(({ from, to, by }) =>
		from.map((state) => `\t${state} --> ${to}: ${who[by]}`),
	);
	return [
		'stateDiagram-v2',
		...states.map(([state, { fr }]) => `\tstate "${fr}" as ${state}`),
		'\t[*] --> opened: signal publié',
		...arrows,
		...states.filter(([state]) => closed(state)).map(([state]) => `\t${state} --> [*]`),
	].join('\n');
};
