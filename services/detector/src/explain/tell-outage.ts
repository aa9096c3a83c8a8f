import type { Detected } from '../store/signal-store.js';
import { type Arithmetic, doAgain } from './arithmetic.js';
import { levelOf, placeOf, platformOf, tail, time, witnessLine, yesOrNo } from './words.js';

const SLOT_MS = 15 * 60_000;

/** Only quarters of an hour that hold something, or of which something was expected. */
const countLines = ({ inputs: { slot, y, mu } }: Arithmetic): string[] =>
	y.flatMap((seen, index) => {
		const expected = mu[index] ?? 0;
		if (seen === 0 && expected < 0.05) return [];
		const at = Date.parse(slot) - (y.length - 1 - index) * SLOT_MS;
		return [`  ${time.format(at)}  ${String(seen).padStart(4)}   attendu ${expected.toFixed(2)}`];
	});

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
		...countLines(arithmetic),
		'',
		`Bruit : variance ${inputs.noise.phi.toFixed(2)} fois la moyenne, variance du jour ${inputs.noise.dayVariance.toFixed(3)}, erreur du niveau au carré ${inputs.noise.squaredError.toFixed(4)}`,
		`Une heure : p = ${tail(again.p1h)} ; trois heures : p = ${tail(again.p3h)} (trois heures : à surveiller sous 1e-3 ; l’une ou l’autre : signal sous 1e-5)`,
		`e-CUSUM depuis 4 h : ${again.evidence.toPrecision(4)} (à surveiller au-delà de 1e2, signal au-delà de 1e4)`,
		`Deux dernières heures calmes : ${again.isCalm ? 'oui' : 'non'} ; minutes ouvrées sans rien d’inhabituel : ${inputs.quietMinutes} (fin : calme et 60 minutes)`,
		'Témoins, sans les agents de l’organisme :',
		witnessLine('trois heures', inputs.witnesses),
		witnessLine('une heure', inputs.witnessesLastHour),
		'  signal : 3 déclarants de 3 structures et 2 organisations, dans 2 départements ; signal fort : deux fois autant de personnes en une heure',
		'',
		`Modèle ${signal.model.name} ${signal.model.version}, empreinte de ce qu’il a lu ${signal.inputsHash}`,
		`Empreinte retrouvée : ${yesOrNo(arithmetic.isIntact)} ; calcul refait identique : ${yesOrNo(arithmetic.isSame)}`,
	];
};
