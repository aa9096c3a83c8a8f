import { frenchSpaces } from '@vigie/dashboard-ui/french-spaces';
import type { Language } from '@vigie/dashboard-ui/language';
import { plusOrMinus } from '@vigie/dashboard-ui/uncertainty';
import { mechanism } from '@vigie/publisher/disclosure/mechanism';
import { detectionScores } from './detection-score-texts.js';
import { scoreItems, scoreParagraphs } from './score-texts.js';
import { signalMethod } from './signal-method-texts.js';

/** MethodPart is one part of the method page, under an anchor that figures link to. */
export interface MethodPart {
	readonly id: string;
	readonly title: string;
	readonly paragraphs: readonly string[];
	readonly items?: readonly string[];
}

const { D, V, js, k, structures, outsideTop, residual } = mechanism;

/** variance is V as a French page writes it. */
const variance = V.toLocaleString('fr');

/** half is what pages write after ± for a sum of so many cells. */
const half = (cells: number): number => plusOrMinus(cells, V);

const fr: readonly MethodPart[] = [
	{
		id: 'publie',
		title: 'Ce qui est publié',
		paragraphs: [
			'Une liste fixe de tables, la même pour tous : public, organismes, groupes de travail. On ne peut pas en demander d’autres : avec des filtres libres, cacher les petits nombres se défait exactement.',
			'Une semaine va du lundi au dimanche, heure de Paris, et compte les déclarations selon le jour où elles ont été reçues. Elle paraît le mardi suivant et ne change plus jamais : son empreinte le prouve. Un « mois » réunit 4, 4 puis 5 semaines entières, un « trimestre » 13 (14 quand l’année a 53 semaines) : les niveaux s’emboîtent, et comparer l’un à l’autre n’apprend rien de plus.',
			'Plus un croisement est fin, plus le temps est long : par semaine pour le pays et les régions, par mois pour département et plateforme, par trimestre avec le droit en plus.',
		],
	},
	{
		id: 'mecanisme',
		title: 'Comment les nombres sont modifiés',
		paragraphs: [
			'Chaque déclaration reçoit un nombre secret, tiré de son identifiant. La somme de ces nombres dans une case, passée par une seconde clé, décide d’un petit écart ajouté à la case. La même case a donc toujours le même écart, par tous les chemins et dans tous les formats : la redemander cent fois n’apprend rien.',
			'Seules les deux clés sont secrètes. Le reste est public et figure dans chaque publication :',
		],
		items: [
			`écart d’au plus ${D} en plus ou en moins (D = ${D}), nul en moyenne, de variance ${variance} (V = ${variance}) ; une case à zéro reste à zéro ;`,
			`aucun nombre publié de 1 à ${js} (js = ${js}) ;`,
			`une case n’est montrée que si son nombre modifié atteint ${k} (k = ${k}) : le vrai nombre est alors d’au moins ${k - D} ;`,
			`il faut au moins ${structures} structures différentes, et ${outsideTop} déclarations venues d’autres que la première d’entre elles : une structure ne peut pas faire apparaître une case à elle seule ;`,
			`quand une partie d’un total est cachée, une autre au moins l’est aussi, et elles tiennent ensemble ${residual} déclarations de ${structures} structures au moins : un total moins ce qu’on en voit ne désigne personne. La règle vaut aussi quand la première partie est vide ; autrement, la cacher dirait qu’elle ne l’est pas.`,
		],
	},
	{
		id: 'plus-ou-moins',
		title: 'Ce que veut dire ±',
		paragraphs: [
			`± ${half(1)} veut dire que le vrai nombre de déclarations reçues est presque toujours (95 fois sur 100) à moins de ${half(1)} du nombre publié. Ce n’est pas une marge d’enquête : elle ne dit rien de ce qui n’a pas été déclaré.`,
			`Une somme de cases additionne les écarts : pour m cases, ± 2 × √(${variance} × m). Deux cases : ± ${half(2)} ; quatre : ± ${half(4)} ; treize : ± ${half(13)}. Quand la liste contient déjà le total cherché, la page montre ce total et non une somme.`,
			'Une somme ne porte que sur les cases montrées : elle est donc plus basse que le vrai total. La page dit toujours combien de cases manquent.',
		],
	},
	{
		id: 'non-publie',
		title: 'Pourquoi « non publié »',
		paragraphs: [
			'Zéro et un petit nombre se lisent pareil. Sinon, « zéro » dans une commune voisine et « quelqu’un » ici suffiraient à un proche ou à un agent qui connaît les dossiers. Sur les figures, une hachure de taille fixe tient la place : sa taille ne dit rien.',
			'« Sans objet », ou un tiret, dit autre chose : la combinaison n’existe pas (une étape que ce droit n’a pas).',
			'Une absence d’alerte n’est pas une absence de problème : là où peu de professionnels sont inscrits, peu de déclarations sont reçues.',
		],
	},
	{
		id: 'attaques',
		title: 'Ce que des attaques en tirent',
		paragraphs: scoreParagraphs('fr'),
		items: scoreItems('fr'),
	},
	signalMethod.fr,
	detectionScores.fr,
	{
		id: 'evolution',
		title: 'Évolution',
		paragraphs: [
			'Alertes et démarches échouées reçues par semaine, sans redressement. La page choisit la table la plus fine en temps qui contient exactement les filtres choisis. Elle n’additionne que pour un organisme (ses plateformes) ou pour une famille de natures sur une plateforme. La ligne, la bande et le seuil sont expliqués à « Comment un signal est trouvé ».',
		],
	},
	{
		id: 'carte',
		title: 'Où',
		paragraphs: [
			'Un carré par département, pour un mois ou un trimestre. Sans filtre de plateforme, le nombre est la somme des semaines publiées du mois.',
			'La couleur dit combien de fois ce nombre contient ce que l’on attendait de ce département, d’après ses propres publications d’avant : le niveau récent et les jours fériés, sur une demi-année de semaines ou une année de mois au plus (huit publications au moins, dont moins d’une sur cinq cachée, sinon hachures). Un nombre qui reste dans sa fourchette habituelle est « comme attendu », même s’il est plus haut. Ce n’est pas un classement, ni un signal : personne n’a jugé ces départements ensemble.',
		],
	},
	{
		id: 'etapes',
		title: 'Étapes et droits',
		paragraphs: [
			'Les droits et les étapes les plus déclarés du mois. Une déclaration dont l’étape ou le droit n’a pas été précisé n’y figure pas.',
		],
	},
	{
		id: 'parts',
		title: 'Qui peut réparer',
		paragraphs: [
			'Chaque nature de blocage appartient à un groupe, selon qui peut la réparer. La part se calcule parmi les déclarations dont la nature est dite ; le trait marque le même mois, un an plus tôt.',
		],
	},
	{
		id: 'non-recours',
		title: 'Non-recours',
		paragraphs: [
			'Un signal dit qu’un professionnel a rencontré une personne qui n’a pas un droit, et pourquoi. Ce n’est jamais un taux : personne ne connaît ici le nombre de personnes éligibles. Les taux affichés à côté viennent d’enquêtes publiées, avec leur source et leur année.',
		],
	},
	{
		id: 'orientations',
		title: 'Orientations',
		paragraphs: [
			'Qui envoie vers qui, par familles de métiers. La mémoire du circuit est sur une fiche papier que la personne garde ; le serveur ne relie jamais deux orientations. La part des retours ne se calcule que dans les circuits dont les deux nombres sont publiés.',
		],
	},
	{
		id: 'reponses',
		title: 'Réponses des organismes',
		paragraphs: [
			'Compté sur la vie publique des signalements, sur un an : chaque jour compté a été lu par tous. Un organisme est saisi quand un signalement s’ouvre, lui est transmis ou se rouvre ; ses délais courent de ce jour-là, en jours ouvrés, jours fériés ôtés. Un signalement qui devient fort a le délai le plus court à partir de ce moment. Ce qui est transmis est dû par l’autre organisme.',
			'La courbe dit la part de ce qui est dû qui est fait en tant de jours au plus ; ce qui attend encore reste dans le total. Chaque organisme peut publier un droit de réponse sous ses chiffres.',
		],
	},
	{
		id: 'couverture',
		title: 'Qui signale',
		paragraphs: [
			'Un carré par département : le rythme le plus fin auquel quelque chose de lui a été publié (son total de la semaine, une plateforme du mois ou du trimestre). Un département qui n’est publié à aucun rythme a peu de déclarations ou aucune : les deux se lisent pareil, exprès. Les parts des métiers sont celles des déclarations de la dernière semaine, parmi les familles publiées.',
		],
	},
];

const en: readonly MethodPart[] = [
	{
		id: 'publie',
		title: 'What is published',
		paragraphs: [
			'A fixed list of tables, the same for everyone: public, bodies, working groups. No other can be asked for: with free filters, hiding small numbers is undone exactly.',
			'A week runs from Monday to Sunday, Paris time, and counts reports by the day they were received. It appears the following Tuesday and never changes again: its hash proves it. A “month” joins 4, 4 then 5 whole weeks, a “quarter” 13 (14 when the year has 53): levels nest, and comparing them teaches nothing more.',
			'The finer a crossing, the longer the time: by week for the country and régions, by month for département and platform, by quarter with the right added.',
		],
	},
	{
		id: 'mecanisme',
		title: 'How numbers are changed',
		paragraphs: [
			'Each report gets a secret number, drawn from its identifier. The sum of these numbers in a cell, passed through a second key, decides a small shift added to the cell. The same cell always has the same shift, by any path and in any format: asking again a hundred times teaches nothing.',
			'Only the two keys are secret. The rest is public and stands in each release:',
		],
		items: [
			`a shift of at most ${D} up or down (D = ${D}), nil on average, of variance ${V} (V = ${V}); a cell at zero stays at zero;`,
			`no published number from 1 to ${js} (js = ${js});`,
			`a cell is shown only if its changed number reaches ${k} (k = ${k}): the true number is then at least ${k - D};`,
			`at least ${structures} different structures, and ${outsideTop} reports from others than the largest of them: one structure cannot make a cell appear by itself;`,
			`where a part of a total is hidden, at least one other is too, and together they hold at least ${residual} reports from ${structures} structures: a total less what is seen of it points at nobody. The rule holds when the first part is empty too; otherwise, hiding it would say that it is not.`,
		],
	},
	{
		id: 'plus-ou-moins',
		title: 'What ± means',
		paragraphs: [
			`± ${half(1)} means that the true number of reports received is nearly always (95 times in 100) within ${half(1)} of the published one. It is no survey margin: it says nothing of what was not reported.`,
			`A sum of cells adds their shifts: for m cells, ± 2 × √(${V} × m). Two cells: ± ${half(2)}; four: ± ${half(4)}; thirteen: ± ${half(13)}. When the list already holds the total, the page shows it rather than a sum.`,
			'A sum only covers the cells shown: it is therefore lower than the true total. The page always says how many cells are missing.',
		],
	},
	{
		id: 'non-publie',
		title: 'Why “not published”',
		paragraphs: [
			'Zero and a small number read alike. Otherwise “zero” next door and “someone” here would be enough for a relative, or for an agent who knows the files. In figures a hatching of fixed size keeps the place: its size says nothing.',
			'“Not applicable”, or a dash, says something else: the combination does not exist (a step that this right does not have).',
			'No alert does not mean no problem: where few professionals are enrolled, few reports are received.',
		],
	},
	{
		id: 'attaques',
		title: 'What attacks get out of it',
		paragraphs: scoreParagraphs('en'),
		items: scoreItems('en'),
	},
	signalMethod.en,
	detectionScores.en,
	{
		id: 'evolution',
		title: 'Evolution',
		paragraphs: [
			'Alerts and failed procedures received by week, without adjustment. The page chooses the table finest in time that holds exactly the chosen filters. It adds up only for a body (its platforms) or for a family of kinds on a platform. Line, band and threshold are explained under “How a signal is found”.',
		],
	},
	{
		id: 'carte',
		title: 'Where',
		paragraphs: [
			'One square by département, for a month or a quarter. Without a platform filter, the number is the sum of the published weeks of the month.',
			'Colour says how many times that number holds what was expected of this département, from its own earlier releases: the recent level and public holidays, over half a year of weeks or a year of months at most (eight releases at least, fewer than one in five hidden, else hatching). A number within its usual range is “as expected”, even if it is higher. It is neither a ranking nor a signal: nobody judged these départements together.',
		],
	},
	{
		id: 'etapes',
		title: 'Steps and rights',
		paragraphs: [
			'The most reported rights and steps of the month. A report whose step or right was not said is not in it.',
		],
	},
	{
		id: 'parts',
		title: 'Who can mend',
		paragraphs: [
			'Each kind of blockage belongs to a group, by who can mend it. The share is computed among reports whose kind is said; the mark is the same month a year earlier.',
		],
	},
	{
		id: 'non-recours',
		title: 'Non-take-up',
		paragraphs: [
			'A signal says that a professional met a person without a right, and why. It is never a rate: nobody here knows the number of eligible people. The rates beside it come from published surveys, with their source and year.',
		],
	},
	{
		id: 'orientations',
		title: 'Referrals',
		paragraphs: [
			'Who sends to whom, by families of trades. The memory of the circuit is on a paper slip that the person keeps; the server never links two referrals. The share of returns is computed only in circuits whose two numbers are published.',
		],
	},
	{
		id: 'reponses',
		title: 'Answers of bodies',
		paragraphs: [
			'Counted on the public life of reports over a year: each day that is counted was read by all. A body is asked when a report opens, is sent on to it or reopens; its delays run from that day, in working days, public holidays left out. A report that becomes strong has the shorter delay from that moment. What is sent on is owed by the other body.',
			'The curve tells the share of what is owed that is done within so many days; what still waits stays in the total. Each body may publish a right of reply under its figures.',
		],
	},
	{
		id: 'couverture',
		title: 'Who reports',
		paragraphs: [
			'One square by département: the finest rhythm at which something of it was published (its total of the week, a platform of the month or of the quarter). A département published at no rhythm has few reports or none: both read alike, on purpose. Shares of trades are those of the reports of the last week, among published families.',
		],
	},
];

const withSpaces = (part: MethodPart): MethodPart => ({
	...part,
	title: frenchSpaces(part.title),
	paragraphs: part.paragraphs.map(frenchSpaces),
	...(part.items ? { items: part.items.map(frenchSpaces) } : {}),
});

/** methodParts holds the method page in each language, part by part. */
export const methodParts: Readonly<Record<Language, readonly MethodPart[]>> = { fr: fr.map(withSpaces), en };

/** methodTitles are the words above the parts. */
export const methodTitles: Readonly<
	Record<Language, { readonly title: string; readonly lead: string; readonly contents: string }>
> = {
	fr: {
		title: 'Méthode',
		lead: 'Ce que Vigie publie, comment les nombres sont modifiés pour que personne ne soit reconnu, et ce qu’ils disent.',
		contents: 'Sur cette page',
	},
	en: {
		title: 'Method',
		lead: 'What Vigie publishes, how numbers are changed so that nobody is recognised, and what they say.',
		contents: 'On this page',
	},
};
