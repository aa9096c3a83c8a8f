import type { Backtest } from './backtest.js';
import { isWrong, type RepairStory } from './repairs.js';
import type { Found } from './score.js';

const seriesOf = ({ series }: Found): string =>
	series === null
		? ''
		: [series.territory, series.platform, series.kind, series.step].filter((code) => code !== null).join('/');

const delay = (minutes: number | null): string => (minutes === null ? 'jamais' : `${minutes} min`);

const percent = (share: number | null): string => (share === null ? '-' : `${(100 * share).toFixed(1)} %`);

const weeksText = (weeks: number | null): string => (weeks === null ? 'jamais' : `${weeks} sem. après`);

const repairText = ({ found }: RepairStory): string => {
	const { incident, isTooEarly, recoveredAfter, regressedAfter, signalAfter, healthyAfter, backAfter } =
		found;
	const reopened = signalAfter === null ? '' : `, de nouveau signalé ${weeksText(signalAfter)}`;
	const back = backAfter === null ? '' : `, revenu ${weeksText(backAfter)}`;
	const truth = `${isTooEarly ? 'corrigé trop tôt' : 'corrigé'}, sain ${weeksText(healthyAfter)}${back}`;
	return `${incident.padEnd(32)} ${truth} : confirmé ${weeksText(recoveredAfter)}, rouvert ${weeksText(regressedAfter)}${reopened}`;
};

/** tellBacktest writes a backtest for people. */
export const tellBacktest = (found: Backtest): string =>
	[
		`Monde ${found.seed}, ${found.weeks} semaines`,
		'',
		...found.incidents.map((one) =>
			[
				one.incident.padEnd(32),
				one.weeks === null
					? 'non trouvé par la semaine'
					: `${one.weeks} sem., ${one.signals} signaux, ${seriesOf(one)}`,
			].join(' '),
		),
		'',
		...found.outages.map(
			({ incident, watchMinutes, signalMinutes }) =>
				`${incident.padEnd(32)} en direct : à surveiller ${delay(watchMinutes)}, signal ${delay(signalMinutes)}`,
		),
		'',
		...found.repairs.map(repairText),
		'',
		`${found.repairs.length} corrections annoncées ; verdicts faux : ${found.repairs.filter((one) => isWrong(one.found)).length}`,
		`${found.signals} signaux ; fondés : ${percent(found.ppv)} ; sans fondement : ${found.unfounded.length}, dont faux amis : ${found.falseFriends.length}`,
	].join('\n');
