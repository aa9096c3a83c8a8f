import { createHash } from 'node:crypto';
import { z } from 'zod';
import { scopeOf } from '../live/places.js';
import { type FieldWord, settleRepair, type VotesOfWeek, weighVotes } from '../statistics/field-votes.js';
import { judgeRepair, type Observed } from '../statistics/repair.js';
import type { Detected } from '../store/signal-store.js';
import { Count, Witnesses } from '../store/witnesses.js';
import { kindOf, levelOf, placeOf, platformOf, stepOf, time, witnessLine, yesOrNo } from './words.js';

const Verdict = z.enum(['recovered', 'regressed', 'in-observation']);
const Week = z.object({ y: Count, mu: z.number(), phi: z.number(), squaredError: z.number() });

/** VerdictInputs is what a run kept of what it read about a repair. */
const VerdictInputs = z.object({
	week: z.string(),
	claim: z.object({
		platform: z.string(),
		step: z.string().nullable(),
		kind: z.string().nullable(),
		territories: z.array(z.string()).min(1),
		effectiveFrom: z.string(),
	}),
	repair: z.object({ incident: z.array(Week), after: z.array(Week), reporters: Count }),
	votes: z.array(z.object({ mended: Witnesses, broken: Witnesses })),
	word: z.enum(['mended', 'broken', 'divided', 'silent']),
	counted: z.object({
		verdict: Verdict,
		recovered: z.number(),
		regressed: z.number(),
		reportedAgain: z.boolean(),
		weeksToDecide: z.int().nullable(),
	}),
	verdict: Verdict,
});

const verdictWords = {
	recovered: 'retour à la normale confirmé',
	regressed: 'régression',
	'in-observation': 'en observation',
} as const;

const fieldWords = {
	mended: 'c’est réparé',
	broken: 'ce n’est pas réparé',
	divided: 'partagées',
	silent: 'trop peu, ou trop peu de structures différentes',
} as const satisfies Record<FieldWord, string>;

const weekLine = ({ y, mu, phi }: Observed): string =>
	`  ${String(y).padStart(5)}   attendu ${mu.toFixed(1)} en temps ordinaire (variance ${phi.toFixed(2)} fois la moyenne)`;

const voteLines = (votes: readonly VotesOfWeek[]): string[] =>
	votes.flatMap(({ mended, broken }, index) => [
		witnessLine(`semaine ${index + 1}, oui`, mended),
		witnessLine(`semaine ${index + 1}, non`, broken),
	]);

/** tellVerdict gives the whole reasoning behind a verdict on a repair, computed again, in lines to print. It holds exact private counts. */
export const tellVerdict = ({ series, signal, inputs }: Detected): readonly string[] => {
	const { week, claim, repair, votes, word, counted, verdict } = VerdictInputs.parse(
		JSON.parse(inputs) as unknown,
	);
	const [territory = ''] = claim.territories;
	const again = judgeRepair(repair);
	const wordAgain = weighVotes(votes, scopeOf(territory));
	const isSame =
		JSON.stringify(again) === JSON.stringify(counted) &&
		wordAgain === word &&
		settleRepair(again, wordAgain) === verdict;
	const what = [
		platformOf(claim.platform),
		...(claim.kind === null ? [] : [kindOf(claim.kind)]),
		...(claim.step === null ? [] : [stepOf(claim.step)]),
		...claim.territories.map(placeOf),
	];
	return [
		`${series}, signal ${signal.id}, version ${signal.version} (${signal.transition})`,
		what.join(', '),
		`Corrigé selon l’organisme depuis ${time.format(Date.parse(claim.effectiveFrom))} ; jugé sur la semaine ${week} : ${verdictWords[verdict]} (niveau ${levelOf(signal.level)})`,
		'',
		'Semaines de l’incident :',
		...repair.incident.map(weekLine),
		'Semaines depuis, sans ce qui parle de jours d’avant la correction :',
		...repair.after.map(weekLine),
		'',
		`E-valeur de la réparation = ${again.recovered.toPrecision(4)}, de la régression = ${again.regressed.toPrecision(4)} (20 tranche)`,
		`Encore environ ${again.weeksToDecide ?? '-'} semaine(s) pour trancher ; signalé de nouveau par deux personnes : ${again.reportedAgain ? 'oui' : 'non'}`,
		`Réponses à « Est-ce réparé ? », sans les agents de l’organisme : ${fieldWords[wordAgain]}`,
		...voteLines(votes),
		'  elles ne comptent qu’à 3 structures de 2 organisations ; seules, elles ne confirment que ce que les nombres ne diront jamais',
		'',
		`Modèle ${signal.model.name} ${signal.model.version}, empreinte de ce qu’il a lu ${signal.inputsHash}`,
		`Empreinte retrouvée : ${yesOrNo(createHash('sha256').update(inputs).digest('hex') === signal.inputsHash)} ; calcul refait identique : ${yesOrNo(isSame)}`,
	];
};
