import { frenchSpaces } from '@vigie/dashboard-ui/french-spaces';
import type { Language } from '@vigie/dashboard-ui/language';
import report from '../attack-scores.json';

type AttackId = keyof typeof report.attacks;

/** What each attack tries, in a clause. */
const tries: Readonly<Record<Language, Readonly<Record<AttackId, string>>>> = {
	fr: {
		A1: 'retrouver une case cachée en ôtant d’un total toutes ses parties montrées',
		A2: 'reconnaître, parmi les totaux dont les petites parties cachent moins de cinq déclarations, ceux qui en cachent',
		A3: 'retrouver une case cachée en moyennant toutes les tables qui la contiennent',
		A4: 'encadrer une case cachée à moins de 5 près, par programmation linéaire',
		A5: 'comparer les publications entre elles, corrections et retards compris',
		A6: 'lire chaque minute ce qui change avant la publication',
		A7: 'faire apparaître une petite case par les fausses déclarations d’une structure',
		A8: 'réunir ce que lisent un professionnel, un organisme et le public',
		A9: 'reconnaître une personne quand on connaît toutes les autres déclarations',
		A10: 'deviner une case cachée à la taille ou à l’empreinte des fichiers',
		A11: 'deviner si une structure a déclaré, au niveau affiché en direct',
	},
	en: {
		A1: 'finding a hidden cell by taking from a total all of its shown parts',
		A2: 'telling, of totals whose small parts hide fewer than five reports, which hide any',
		A3: 'finding a hidden cell by averaging all the tables that contain it',
		A4: 'closing in on a hidden cell to less than 5, by linear programming',
		A5: 'comparing releases with one another, corrections and late reports included',
		A6: 'reading each minute what changes before the release',
		A7: 'making a small cell appear with one structure’s fake reports',
		A8: 'putting together what a worker, a body and the public read',
		A9: 'recognising a person when all other reports are known',
		A10: 'guessing a hidden cell from the size or the hash of files',
		A11: 'guessing whether a structure reported, from the live level',
	},
};

const isAttack = (id: string): id is AttackId => id in report.attacks;

/** attackIds are the attacks in order. */
const attackIds = Object.keys(report.attacks).filter(isAttack);

const percentOf = (language: Language) => {
	const format = new Intl.NumberFormat(language, {
		style: 'percent',
		minimumFractionDigits: 1,
		maximumFractionDigits: 1,
	});
	return (share: number): string => format.format(share);
};

const lineOf = (language: Language, id: AttackId): string => {
	const { score, baseline, bound, interval, ok } = report.attacks[id];
	const percent = percentOf(language);
	const [low = 0, high = 0] = interval;
	if (language === 'fr')
		return `${id}, ${tries.fr[id]} : ${percent(score)} (entre ${percent(low)} et ${percent(high)}), contre ${percent(baseline)} sans aucune table ; gain admis ${percent(bound)}, ${ok ? 'tenu' : 'dépassé'} ;`;
	return `${id}, ${tries.en[id]}: ${percent(score)} (between ${percent(low)} and ${percent(high)}), against ${percent(baseline)} without any table; gain allowed ${percent(bound)}, ${ok ? 'kept' : 'exceeded'};`;
};

/** scoreItems says what each attack gains on what is published, one line each. */
export const scoreItems = (language: Language): readonly string[] =>
	attackIds.map((id) => (language === 'fr' ? frenchSpaces(lineOf('fr', id)) : lineOf('en', id)));

const { A1, A2, A9 } = report.attacks;

const caveatsIn = (language: Language): string => {
	const percent = percentOf(language);
	const [held, heldBaseline] = [A1.more.holdingEvents, A1.more.holdingEventsBaseline].map(percent);
	const [even, evenBaseline] = [A2.more.balanced, A2.more.balancedBaseline].map(percent);
	const [own, oneInHundred, oneInTwenty, oneInTwo] = [
		A9.more.ownPlatforms,
		A9.more.oneInHundred,
		A9.more.oneInTwenty,
		A9.more.oneInTwo,
	].map(percent);
	return language === 'fr'
		? `Personne ne peut promettre davantage que ces mesures, et elles ont des limites. Sur les seules cases qui cachent vraiment des déclarations, A1 tombe juste ${held} du temps, contre ${heldBaseline} sans table. Sur autant de totaux de chaque sorte, A2 tombe juste ${even} du temps, contre ${evenBaseline} sans table. A9 connaît toutes les déclarations du pays sauf une et suppose qu’un dossier sur mille en fait l’objet ; un organisme, qui ne connaît que ses plateformes, ne gagne que ${own}. Si un dossier sur cent était déclaré, qui connaîtrait tout le reste gagnerait ${oneInHundred} de certitude ; ${oneInTwenty} pour un sur vingt, ${oneInTwo} pour un sur deux : contre qui sait déjà presque tout, aucune table ne protège.`
		: `Nobody can promise more than these measures, and they have limits. Of the cells that really hide reports, A1 is right ${held} of the time, against ${heldBaseline} without tables. Of as many totals of each kind, A2 is right ${even} of the time, against ${evenBaseline} without tables. A9 knows all reports of the country but one, and supposes that one file in a thousand is reported; a body, which only knows its platforms, gains no more than ${own}. Were one file in a hundred reported, whoever knew all the rest would be surer by ${oneInHundred}; ${oneInTwenty} for one in twenty, ${oneInTwo} for one in two: against somebody who already knows nearly everything, no table protects.`;
};

/** scoreParagraphs says what the scores are, and what they do not say. */
export const scoreParagraphs = (language: Language): readonly string[] => [
	...(language === 'fr'
		? [
				'Avant chaque publication, son texte est jugé avec les publications précédentes : seuils, niveaux d’accès, différences entre publications, remplissage par de fausses déclarations. Une seule case en défaut et rien ne paraît ; le résultat figure dans la publication.',
				`Onze attaques sont menées en plus sur un trimestre de démonstration (${report.period}), publié par le même programme. L’attaquant connaît tout, sauf les clés et les déclarations ; on lui a même dit la vérité de la moitié des cases. Ce qu’il retrouve, et ce qu’il trouverait sans aucune table :`,
			]
		: [
				'Before each release its text is judged with the earlier ones: floors, tiers, differences between releases, padding with fake reports. One failing cell and nothing is published; the result stands in the release.',
				`Eleven attacks are also made on a quarter of demonstration (${report.period}), published by the same programme. The attacker knows everything but the keys and the reports, and was even told the truth of half of the cells. What is found, and what would be found without any table:`,
			]),
	caveatsIn(language),
];
