import { parseArgs } from 'node:util';
import { detectSeries } from './detect-series.js';

/** Voice is where a command writes: results, and complaints. */
export interface Voice {
	readonly say: (text: string) => void;
	readonly complain: (text: string) => void;
}

const USAGE = [
	'Usage : npm run detect -- --explain SIGNAL (identifiant, ou série : outage/FR/ANTS, burst/FR/ANTS/kind/PANNE, verdict/SIGNALEMENT/HEURE)',
	'        npm run detect -- --backtest [--seed GRAINE] [--now DATE] [--json] : un monde de démonstration, jugé puis comparé à sa vérité',
	'        npm run detect -- --series FICHIER.json [--week SEMAINE] [--since SEMAINE] [--alpha 0.01]',
	'  FICHIER.json : {"start": "2019-W01" ou "2019-01-07", "counts": [3, 0, null, …]} ; au choix aussi "reporters", "holidayShare", "breaks".',
	'  SEMAINE : 2026-W10, une date, un rang (0 = la première), ou deux séparés par « .. » ; la dernière si rien n’est dit.',
	'  Avec une semaine ISO, les années passées sont prises 52 semaines plus tôt ; avec une date, au même jour de la semaine le plus proche.',
].join('\n');

const options = {
	series: { type: 'string' },
	week: { type: 'string' },
	since: { type: 'string' },
	alpha: { type: 'string' },
	help: { type: 'boolean' },
} as const;

/** runDetect is the command: it gives the exit code, 0 when it answered, 1 when the input was wrong, 2 when the call was. */
export const runDetect = async (args: readonly string[], { say, complain }: Voice): Promise<number> => {
	try {
		const { values } = parseArgs({ args: [...args], options });
		const { series, week, since, alpha, help } = values;
		if (help) {
			say(USAGE);
			return 0;
		}
		if (series === undefined) {
			complain(USAGE);
			return 2;
		}
		say(JSON.stringify(await detectSeries({ file: series, week, since, alpha }), null, '\t'));
		return 0;
	} catch (error) {
		const message = error instanceof Error ? error.message : 'Erreur inconnue.';
		const isUsage = error instanceof TypeError && 'code' in error;
		complain(isUsage ? `${message}\n${USAGE}` : message);
		return isUsage ? 2 : 1;
	}
};
