import type { Detected } from '../store/signal-store.js';
import { weekAt } from '../weekly/week-ordinal.js';
import { doWeekAgain, type WeeklyInputs } from './weekly-arithmetic.js';
import { kindOf, levelOf, placeOf, platformOf, stepOf, tail, time, witnessLine, yesOrNo } from './words.js';

const familyWords = { burst: 'pic', drift: 'hausse durable' } as const;

const nameOf = ({ signal }: Detected): string => {
	const coordinates = signal.ladder[0]?.coordinates;
	const what = [
		platformOf(coordinates?.platform ?? null),
		...(coordinates?.kind ? [kindOf(coordinates.kind)] : []),
		...(coordinates?.step ? [stepOf(coordinates.step)] : []),
		placeOf(coordinates?.territory ?? ''),
	];
	return what.join(', ');
};

const adjusted = (q: number | null): string => (q === null ? 'pas testé' : q.toPrecision(3));

const lastWeeks = ({ counts, exposure }: WeeklyInputs): string[] =>
	counts.slice(-13).map((y, index, shown) => {
		const back = shown.length - 1 - index;
		const reporters = exposure[counts.length - 1 - back] ?? null;
		const seen = y === null ? 'écartée' : String(y);
		return `  ${back === 0 ? 'cette semaine' : `${back} avant`} : ${seen}, ${reporters ?? 'aucun'} déclarants actifs`;
	});

const shiftLine = ({ shift }: WeeklyInputs): string[] =>
	shift === null
		? []
		: [
				`Le plus vraisemblable : depuis ${weekAt(shift.onset)}, multiplié par ${shift.ratio.toFixed(2)} (entre ${shift.low.toFixed(2)} et ${shift.high.toFixed(2)})`,
			];

/** tellWeekly gives the whole reasoning behind a version of a weekly signal, computed again, in lines to print. It holds exact private counts. */
export const tellWeekly = (detected: Detected): readonly string[] => {
	const { signal, series } = detected;
	const { inputs, isIntact, isSame } = doWeekAgain(detected);
	const { judgement, fourWeeks, references, busy } = inputs;
	const { burst, drift } = references;
	const family = signal.family === 'drift' ? familyWords.drift : familyWords.burst;
	return [
		`${series}, signal ${signal.id}, version ${signal.version} (${signal.transition})`,
		nameOf(detected),
		`Niveau : ${levelOf(signal.level)} (${family}), depuis ${time.format(Date.parse(signal.onset))}, jugé sur la semaine ${inputs.week}`,
		'',
		`${inputs.n} déclarations, dont ${inputs.top} de la structure qui en a le plus ; ${judgement.y} retenues. On en attendait ${judgement.mu.toFixed(1)} (entre ${judgement.low} et ${judgement.high}, seuil ${judgement.bound}).`,
		'Les dernières semaines :',
		...lastWeeks(inputs),
		'',
		`Attendu par ${burst.model} (${burst.rung}, ${burst.weeks} semaines), variance ${judgement.spread.toFixed(2)} fois la moyenne ; semaine ${busy.toFixed(2)} fois plus chargée ailleurs`,
		`La semaine : p = ${tail(judgement.p)}, mi-p = ${tail(judgement.midp)}, valeur ajustée ${adjusted(inputs.q)} (à surveiller jusqu’à 0,3, signal jusqu’à 0,1, signal fort jusqu’à 0,01)`,
		...(fourWeeks === null
			? []
			: [
					`Quatre semaines : ${fourWeeks.y} pour ${fourWeeks.mu.toFixed(1)} attendues, mi-p = ${tail(fourWeeks.midp)}, valeur ajustée ${adjusted(inputs.qFour)}`,
				]),
		`Hausse durable : e-SR = ${inputs.esr.toPrecision(4)}, contre ${drift.model} (${drift.mu.toFixed(1)} attendues)`,
		...shiftLine(inputs),
		'Témoins, sans les agents de l’organisme :',
		witnessLine('la semaine', inputs.witnesses),
		witnessLine('au plus en quatre semaines', inputs.witnessesOfFour),
		'  signal : 3 structures de 2 organisations, et rien qui tienne à une seule',
		'',
		`Modèle ${signal.model.name} ${signal.model.version}, empreinte de ce qu’il a lu ${signal.inputsHash}`,
		`Empreinte retrouvée : ${yesOrNo(isIntact)} ; calcul refait identique : ${yesOrNo(isSame)}`,
	];
};
