import type { BenefitCode } from './lists/benefits.js';
import type { FailureKindCode } from './lists/failure-kinds.js';
import type { PlatformCode } from './lists/platforms.js';
import type { StepCode } from './lists/steps.js';

/** Codes names some codes of one dimension. */
interface Codes {
	readonly platform?: readonly PlatformCode[];
	readonly benefit?: readonly BenefitCode[];
	readonly step?: readonly StepCode[];
	readonly failureKind?: readonly FailureKindCode[];
}

const identityProviders = ['FRANCECONNECT', 'IDENTITE_LA_POSTE', 'FRANCE_IDENTITE'] as const;
const sitesThatPayNothing = [
	'ANTS',
	'ANEF',
	'RDV_PREFECTURE',
	'TELERECOURS',
	'DEMANDE_LOGEMENT_SOCIAL',
] as const;
const rightsWithoutMoney = [
	'TITRE_SEJOUR',
	'ASILE',
	'NATURALISATION',
	'CNI_PASSEPORT',
	'PERMIS',
	'CARTE_GRISE',
	'DOMICILIATION',
	'HEBERGEMENT_115',
	'LOGEMENT_SOCIAL',
	'DALO',
	'CMI_RQTH',
] as const;
const rightsWithoutPeriodicDeclaration = [
	'C2S',
	'AME',
	'CHEQUE_ENERGIE',
	'BOURSES',
	'FSL',
	'AIDE_JURIDICTIONNELLE',
	'MAPRIMERENOV',
	'LOCAPASS_VISALE',
] as const;
const stepsOfPayment = ['VERSEMENT', 'DECLARATION_PERIODIQUE', 'INDU'] as const;
const kindsOfPayment = ['VERSEMENT_INTERROMPU', 'INDU_INCOMPRIS'] as const;

/**
 * impossiblePairs holds, beside the rights each platform serves, the pairs that cannot meet in one event: every code on the
 * left with every code on the right. Only what is clearly so: a missing rule costs a cell, a wrong one refuses an event.
 */
export const impossiblePairs: readonly (readonly [Codes, Codes])[] = [
	[{ platform: identityProviders }, { step: ['SIMULATION', ...stepsOfPayment] }],
	[
		{ platform: identityProviders },
		{ failureKind: [...kindsOfPayment, 'ERREUR_CALCUL', 'TRANSFERT_DOSSIER'] },
	],
	[{ platform: sitesThatPayNothing }, { step: stepsOfPayment }],
	[{ platform: sitesThatPayNothing }, { failureKind: kindsOfPayment }],
	[{ benefit: rightsWithoutMoney }, { step: stepsOfPayment }],
	[{ benefit: rightsWithoutMoney }, { failureKind: kindsOfPayment }],
	[{ benefit: rightsWithoutPeriodicDeclaration }, { step: ['DECLARATION_PERIODIQUE'] }],
	[
		{ step: ['INFORMATION', 'SIMULATION', 'CREATION_COMPTE'] },
		{ failureKind: [...kindsOfPayment, 'RADIATION', 'SANS_ACCUSE_RECEPTION', 'RECOURS_SANS_REPONSE'] },
	],
];
