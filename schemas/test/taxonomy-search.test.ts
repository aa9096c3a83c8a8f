import { describe, expect, it } from 'vitest';
import { platforms } from '../src/taxonomy/lists/platforms.js';
import { searchPlatforms } from '../src/taxonomy/search-platforms.js';

const found = (query: string) => searchPlatforms(query, 'fr').map(({ code }) => code);

describe('a worker finds a platform by the name in use around them', () => {
	it.each([
		['pole emploi', 'FRANCE_TRAVAIL'],
		['Pôle Emploi', 'FRANCE_TRAVAIL'],
		['pole-emploi.fr', 'FRANCE_TRAVAIL'],
		['anpe', 'FRANCE_TRAVAIL'],
		['sécu', 'AMELI'],
		['secu', 'AMELI'],
		['CPAM', 'AMELI'],
		['mon compte caf', 'CAF_MON_COMPTE'],
		['caf', 'CAF_MON_COMPTE'],
		['wwwd.caf.fr', 'CAF_MON_COMPTE'],
		['demarches simplifiees', 'DEMARCHE_NUMERIQUE'],
		['démarches-simplifiées.fr', 'DEMARCHE_NUMERIQUE'],
		['carte grise', 'ANTS'],
		['cartegrise', 'ANTS'],
		['titre de sejour', 'ANEF'],
		['france connect', 'FRANCECONNECT'],
		['impot', 'IMPOTS'],
		['hlm', 'DEMANDE_LOGEMENT_SOCIAL'],
		['cafpro', 'PRO_CDAP'],
		['crous', 'MES_SERVICES_ETUDIANT'],
		['minimum vieillesse', 'ASSURANCE_RETRAITE'],
		['retraite', 'ASSURANCE_RETRAITE'],
		['mon espace', 'MON_ESPACE_SANTE'],
		['france identite', 'FRANCE_IDENTITE'],
		['rsa', 'CAF_MON_COMPTE'],
		['administration+', 'PRO_ADMINISTRATION_PLUS'],
	])('"%s" finds %s first', (query, code) => {
		expect(found(query)[0]).toBe(code);
	});

	it.each(['pole emploi', 'demarches simplifiees', 'mon compte caf', 'carte grise'])(
		'"%s" stays found at each letter from the third',
		(query) => {
			const wanted = found(query)[0];
			for (let length = 3; length <= query.length; length++) {
				expect(found(query.slice(0, length)), query.slice(0, length)).toContain(wanted);
			}
		},
	);

	it('finds by words in any order', () => {
		expect(found('candidat travail')[0]).toBe('FRANCE_TRAVAIL');
	});

	it.each(platforms)('finds $code among the first three by its short name', ({ code, short }) => {
		expect(found(short).slice(0, 3)).toContain(code);
	});

	it('finds by the English label too', () => {
		expect(searchPlatforms('energy voucher', 'en')[0]?.code).toBe('CHEQUE_ENERGIE');
	});

	it.each(['', '   ', '!!', 'zzzz', '\\', '(', '.*'])(
		'finds nothing for "%s", and does not fail',
		(query) => {
			expect(found(query)).toEqual([]);
		},
	);
});
