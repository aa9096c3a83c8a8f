import { describe, expect, it } from 'vitest';
import {
	type CodeOf,
	codesOf,
	groupOf,
	inferNonTakeUpType,
	NON_PRECISE,
	ownerOf,
	platformOfHostname,
	regionOf,
	roleFamilyOf,
	severityOf,
	structureFamilyOf,
} from '../src/taxonomy.js';

const situations: readonly [CodeOf<'situations'>, CodeOf<'nonTakeUpTypes'>][] = [
	['IGNORAIT_LE_DROIT', 'NON_CONNAISSANCE'],
	['IGNORE_A_QUI_DEMANDER', 'NON_CONNAISSANCE'],
	['RENONCE_DEVANT_DEMARCHE', 'NON_DEMANDE'],
	['CRAINT_CONTROLE_INDU', 'NON_DEMANDE'],
	['NE_VEUT_PAS_DEMANDER', 'NON_DEMANDE'],
	['DEMANDE_SANS_REPONSE', 'NON_RECEPTION'],
	['DEMANDE_BLOQUEE_EN_LIGNE', 'NON_RECEPTION'],
	['COUPE_AU_RENOUVELLEMENT', 'NON_RECEPTION'],
	['NON_PROPOSE_PAR_ORGANISME', 'NON_PROPOSITION'],
	['ENVOYE_AILLEURS_SANS_SOLUTION', 'NON_ORIENTATION'],
];

describe('what the taxonomy derives', () => {
	it.each(situations)('%s infers %s', (situation, type) => {
		expect(inferNonTakeUpType(situation)).toBe(type);
	});

	it('infers a type from every situation', () => {
		expect(situations.map(([code]) => code)).toEqual([...codesOf('situations')]);
	});

	it('derives severity from the consequence', () => {
		expect(severityOf('AUCUNE')).toBe('NULLE');
		expect(severityOf('RISQUE_EXPULSION')).toBe('CRITIQUE');
	});

	it('says who can mend a failure, and does not guess for AUTRE', () => {
		expect(groupOf('NIR_PROVISOIRE')).toBe('IDENTITE');
		expect(groupOf('DELAI_TRAITEMENT')).toBe('INSTRUCTION');
		expect(groupOf('AUTRE')).toBe(NON_PRECISE);
		expect(groupOf(NON_PRECISE)).toBe(NON_PRECISE);
	});

	it('names owners, régions and families', () => {
		expect(ownerOf('CAF_MON_COMPTE')).toBe('CNAF');
		expect(ownerOf('ANEF')).toBe('INTERIEUR');
		expect(regionOf('2A')).toBe('94');
		expect(regionOf('59')).toBe('32');
		expect(roleFamilyOf('CONSEILLER_NUMERIQUE')).toBe('MEDIATION_NUMERIQUE');
		expect(structureFamilyOf('MDS')).toBe('DEPARTEMENT');
	});
});

describe('a hostname leads to its platform', () => {
	it.each([
		['wwwd.caf.fr', 'CAF_MON_COMPTE'],
		['WWW.AMELI.FR', 'AMELI'],
		['www.pension-alimentaire.caf.fr', 'CAF_PENSION'],
		['bretagne.msa.fr', 'MSA'],
		['demarche.numerique.gouv.fr.', 'DEMARCHE_NUMERIQUE'],
		['www.pole-emploi.fr', 'FRANCE_TRAVAIL'],
	])('%s is %s', (host, code) => {
		expect(platformOfHostname(host)).toBe(code);
	});

	it.each(['example.org', 'caf.fr.example.org', 'notmsa.fr', 'evil-msa.fr', ''])('%s is nobody', (host) => {
		expect(platformOfHostname(host)).toBeUndefined();
	});
});
