import { type Dimension, type Level, nodeOf } from '@vigie/schemas/lattice';
import { type Language, language } from './language.js';

const NAMES: Readonly<Record<Language, Readonly<Record<Dimension | 'total', string>>>> = {
	fr: {
		total: 'total',
		platform: 'plateforme',
		failureKind: 'nature',
		failureGroup: 'qui peut réparer',
		step: 'étape',
		benefit: 'droit',
		consequence: 'conséquence',
		region: 'région',
		departement: 'département',
		roleFamily: 'famille de métiers',
		nonTakeUpType: 'type de non-recours',
		referralFrom: 'orienté de',
		referralTo: 'orienté vers',
		loop: 'retour au départ',
	},
	en: {
		total: 'total',
		platform: 'platform',
		failureKind: 'kind',
		failureGroup: 'who can mend',
		step: 'step',
		benefit: 'right',
		consequence: 'consequence',
		region: 'région',
		departement: 'département',
		roleFamily: 'family of trades',
		nonTakeUpType: 'type of non-take-up',
		referralFrom: 'referred from',
		referralTo: 'referred to',
		loop: 'return to the start',
	},
};

/** nodeName writes a table of the lattice in words: "région × plateforme"; one it does not know reads as its identifier. */
export const nodeName = (level: Level, id: string): string => {
	const node = nodeOf(level, id);
	if (!node) return id;
	const names = NAMES[language];
	return node.dimensions.length === 0
		? names.total
		: node.dimensions.map((dimension) => names[dimension]).join(' × ');
};
