import type { FindingLabel } from '@vigie/schemas/personal-data/finding';

const numbers = ['numero_long', 'reference_dossier', 'nir', 'spi', 'telephone', 'iban'] as const;

/**
 * labelMap says which findings name a label of a file for what it is. The labels are those of the French corpora of clinical
 * notes (NOM, PRENOM, DATE_NAISSANCE or DDN, SECU, TEL, MAIL, IPP, NDA, ADRESSE, ZIP, VILLE, HOPITAL, DATE), and the detector's own.
 * It is generous: a number is a number, for the text is refused all the same.
 */
const labelMap: Readonly<Record<string, readonly FindingLabel[]>> = {
	SECU: numbers,
	NIR: numbers,
	NSS: numbers,
	SPI: numbers,
	FISCAL: numbers,
	IBAN: numbers,
	RIB: numbers,
	TEL: numbers,
	PHONE: numbers,
	FAX: numbers,
	IPP: numbers,
	NDA: numbers,
	CAF: numbers,
	DOSSIER: numbers,
	REFERENCE: numbers,
	MAIL: ['courriel', 'pseudonyme', 'lien'],
	EMAIL: ['courriel', 'pseudonyme', 'lien'],
	DDN: ['date', 'age', 'numero_long', 'telephone'],
	DATE_NAISSANCE: ['date', 'age', 'numero_long', 'telephone'],
	DATE: ['date', 'age', 'numero_long', 'telephone'],
	AGE: ['age', 'date'],
	NOM: ['nom'],
	PRENOM: ['nom'],
	ADRESSE: ['adresse', 'nom'],
	ZIP: ['adresse', 'numero_long'],
	VILLE: ['adresse', 'nom'],
	URL: ['lien'],
	PLAQUE: ['immatriculation', 'reference_dossier'],
};

/** namesIt tells whether a finding names a label for what it is; a label of no list is matched by any finding. */
export const namesIt = (label: string, finding: FindingLabel): boolean => {
	const upper = label.toUpperCase();
	if (upper === finding.toUpperCase()) return true;
	return labelMap[upper]?.includes(finding) ?? !(upper in labelMap);
};
