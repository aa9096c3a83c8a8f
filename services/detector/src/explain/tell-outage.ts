import type { Assessment } from '../statistics/outage/assessment.js';
import { LIKELY, POSSIBLE } from '../statistics/outage/status.js';
import type { Detected } from '../store/signal-store.js';
import { type Arithmetic, type CountedInputs, doAgain } from './arithmetic.js';
import { kindOf, levelOf, placeOf, platformOf, tail, time, witnessLine, yesOrNo } from './words.js';

const SLOT_MS = 15 * 60_000;

/** Only quarters of an hour that hold something, or of which something was expected. */
const countLines = (slot: string, { y, mu }: CountedInputs): string[] =>
	y.flatMap((seen, index) => {
		const expected = mu[index] ?? 0;
		if (seen === 0 && expected < 0.05) return [];
		const at = Date.parse(slot) - (y.length - 1 - index) * SLOT_MS;
		return [`  ${time.format(at)}  ${String(seen).padStart(4)}   attendu ${expected.toFixed(2)}`];
	});

const short = (limit: number): string => String(Number(limit.toPrecision(2)));

/** weighingLines tell what a count is worth, and what it would have to be: one that was picked among many must be as many times rarer. */
const weighingLines = (
	{ noise, quietMinutes, witnesses, witnessesLastHour, isOneVoice }: CountedInputs,
	{ p1h, p3h, evidence, isCalm }: Assessment,
	rarity: number,
): string[] => {
	const bounds = (key: 'p1h' | 'p3h'): string =>
		`à surveiller sous ${short(POSSIBLE[key] / rarity)}, signal sous ${short(LIKELY[key] / rarity)}`;
	return [
		`Bruit : variance ${noise.phi.toFixed(2)} fois la moyenne, variance du jour ${noise.dayVariance.toFixed(3)}, erreur du niveau au carré ${noise.squaredError.toFixed(4)}`,
		`Une heure : p = ${tail(p1h)} (${bounds('p1h')}) ; trois heures : p = ${tail(p3h)} (${bounds('p3h')})`,
		`e-CUSUM depuis 4 h : ${evidence.toPrecision(4)} (à surveiller au-delà de ${short(POSSIBLE.evidence * rarity)}, signal au-delà de ${short(LIKELY.evidence * rarity)})`,
		`Deux dernières heures calmes : ${isCalm ? 'oui' : 'non'} ; minutes ouvrées sans rien d’inhabituel : ${quietMinutes} (fin : calme et 60 minutes)`,
		'Témoins, sans les agents de l’organisme :',
		witnessLine('trois heures', witnesses),
		witnessLine('une heure', witnessesLastHour),
		...(isOneVoice === undefined
			? []
			: [
					`  une seule structure fait la moitié du surplus : ${isOneVoice ? 'oui' : 'non'} (alors pas de signal)`,
				]),
	];
};

const kindLines = ({ inputs: { slot, kind }, kindAgain }: Arithmetic): string[] =>
	!kind || kindAgain === null
		? []
		: [
				'',
				`Le niveau tient à une sorte de panne, « ${kindOf(kind.code)} », par quart d’heure (seuils ${kind.rarity} fois plus stricts) :`,
				...countLines(slot, kind),
				'',
				...weighingLines(kind, kindAgain, kind.rarity),
			];

/** tellOutage gives the whole reasoning behind a version of a signal, computed again, in lines to print. It holds exact private counts. */
export const tellOutage = (detected: Detected): readonly string[] => {
	const { signal, series } = detected;
	const [rung] = signal.ladder;
	const arithmetic = doAgain(detected);
	const { inputs, again } = arithmetic;
	return [
		`${series}, signal ${signal.id}, version ${signal.version} (${signal.transition})`,
		`${platformOf(rung?.coordinates.platform ?? null)}, ${placeOf(rung?.coordinates.territory ?? '')}`,
		`Niveau : ${levelOf(signal.level)}, depuis ${time.format(Date.parse(signal.onset))}, jugé à la fin du quart d’heure de ${time.format(Date.parse(signal.asOf))}`,
		'',
		'Déclarants différents par quart d’heure, depuis 4 h locales :',
		...countLines(inputs.slot, inputs),
		'',
		...weighingLines(inputs, again, 1),
		...kindLines(arithmetic),
		'  signal : 3 déclarants de 3 structures et 2 organisations, dans 2 départements ; signal fort : deux fois autant de personnes en une heure',
		'',
		`Modèle ${signal.model.name} ${signal.model.version}, empreinte de ce qu’il a lu ${signal.inputsHash}`,
		`Empreinte retrouvée : ${yesOrNo(arithmetic.isIntact)} ; calcul refait identique : ${yesOrNo(arithmetic.isSame)}`,
	];
};
