import type { Random } from '@vigie/demonstration/random';

/*
 * Names of nobody in particular. Half of them are in no list of the detector: it must find a name by where it stands and how it
 * is written, too. Those at even places are for tuning, those at odd places for the measure.
 */
const first =
	`Jean Marie Zélimkhan Fatoumata Ysoline Mohamed Okwuchukwu Nathalie Aubrée Jean-Pierre Kévin Thi-Hoa Bérangère Oumar Séverine Gaspardine Anne-Sophie Tadeusz Leïla Hovhannes Mickaël Perpétue Sandrine Wenceslas Aïcha Léocadie Abdoulaye Maryvonne Ezechiel Chantal Ghjulia Rachid Tiphaine Bonaventure Nadia Eutrope Christophe Makéda Yasmine Jeanne-Marie Karim Ophélie Siméon Goundo Véronique Ilhan Marie-Thérèse Arsène Fanny Zdravko Lucienne Ibrahima Colombine Pascal Radoslava Samira Théodule Élodie Kwabena Jacqueline`.split(
		' ',
	);
const last =
	`Dupont Martin Tartempion Sztarkman Ouzzine N'Diaye Lefebvre Le_Goff de_La_Tour El_Amrani Ben_Salah Kparou Moreau Delarivière-Blin Van_Hoecke Nguyen Petit Da_Silva Koulibaly Roussel-Chabrol Boukhelifa Garnier d'Estrées Yildirim Rakotomalala Blanchard Chouraqui Traoré Guyonvarc'h Fernandes Abdelmoumène Girard Mbemba Szczepaniak Perrin O'Connell Haddad Vercambre Lemoine Tchouaméni Dos_Santos Bellegarde Roux Hrynkiewicz Camara Saint-Aubert Meunier Zerrouki Le_Bihan Ferracci Diallo Kervran Marchand Bouabdellah Papillard Sow Legrand Tuilagi Benhamou Crépieux`.split(
		' ',
	);
const cities =
	`Lyon Saint-Denis Bobigny Vaulx-en-Velin Lens Nantes Aubervilliers Fort-de-France Le_Havre Clermont-Ferrand`.split(
		' ',
	);
const streets =
	`rue_des_Lilas avenue_Jean-Jaurès bd_Voltaire impasse_du_Moulin chemin_des_Vignes allée_Salvador-Allende place_de_la_République RUE_VICTOR_HUGO route_de_Paris quai_de_Seine`.split(
		' ',
	);

/** Half chooses which half of the names may be drawn. */
export type Half = 'tuning' | 'measure';

const spaced = (text: string): string => text.replaceAll('_', ' ');

/** pick draws one of a list. */
export const pick = <Value>(random: Random, values: readonly Value[]): Value => {
	const value = values[random.uint32() % values.length];
	if (value === undefined) throw new RangeError('nothing to draw from');
	return value;
};

const ofHalf = (values: readonly string[], half: Half): string[] =>
	values.filter((_value, index) => (index % 2 === 0) === (half === 'tuning'));

/** firstName and the others draw a made-up piece of an identity. */
export const firstName = (random: Random, half: Half): string => {
	const name = pick(random, ofHalf(first, half));
	return random.uniform() < 0.25 ? name.toUpperCase() : name;
};

export const surname = (random: Random, half: Half): string => {
	const name = spaced(pick(random, ofHalf(last, half)));
	return random.uniform() < 0.5 ? name.toUpperCase() : name;
};

export const city = (random: Random): string => spaced(pick(random, cities));

export const address = (random: Random): string =>
	`${1 + (random.uint32() % 180)}${pick(random, ['', '', ' bis', 'ter', ','])} ${spaced(pick(random, streets))}`;
