import { expect, it } from 'vitest';
import { foundIn } from './found-in.js';

it.each([
	['Mme Dupont attend', 'nom: Mme Dupont'],
	['Mme Tartempion attend', 'nom: Tartempion'],
	['mme tartempion attend', 'nom: tartempion'],
	['monsieur martin attend', 'nom: martin'],
	['M. DE LA TOUR attend', 'nom: DE LA TOUR'],
	["Mme d'Estrées attend", "nom: d'Estrées"],
	['M. El Amrani attend', 'nom: El Amrani'],
	['mr le bihan attend', 'nom: le bihan'],
	['Dr J.-P. Tartempion', 'nom: J.-P. Tartempion'],
	['Mme le Docteur Tartempion', 'nom: le Docteur Tartempion'],
	['Me Tartempion plaide', 'nom: Tartempion'],
	['Mme D. attend', 'nom: D'],
	['MME TARTEMPION NE PEUT PLUS SE CONNECTER AU SITE', 'nom: TARTEMPION'],
])('%s: who a title announces is named', (text, expected) => {
	expect(foundIn(text).join()).toContain(expected.replace(/^nom: (Mme )?/, ''));
});

it.each([
	'Madame conteste son indu',
	'madame a perdu ses droits',
	'Monsieur ne lit pas',
	'M. le Préfet',
	'Madame la Directrice',
	'Madame, Monsieur,',
	'Mme X attend',
	'il me dit que non',
	'Me voilà sans réponse',
	'mr a eu un refus',
	'le maître de maison',
])('%s: a title that names nobody passes', (text) => {
	expect(foundIn(text)).toEqual([]);
});
