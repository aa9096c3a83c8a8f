import type { Entry } from '../entry.js';
import type { RoleFamilyCode } from './role-families.js';

/** RoleEntry adds the family under which the role is published. */
export interface RoleEntry extends Entry {
	readonly family: RoleFamilyCode;
}

/** roles holds the workers' roles: the thirteen State diplomas of social work, then the others. */
// biome-ignore format: one entry a line, to be read as a table
export const roles = [
	{ code: 'ASS', fr: 'Assistant de service social', en: 'Social worker', family: 'TRAVAIL_SOCIAL', since: '2026.1' },
	{ code: 'CESF', fr: 'Conseiller en économie sociale et familiale', en: 'Family and household economics adviser', family: 'TRAVAIL_SOCIAL', since: '2026.1' },
	{ code: 'ES', fr: 'Éducateur spécialisé', en: 'Specialised educator', family: 'TRAVAIL_SOCIAL', since: '2026.1' },
	{ code: 'EJE', fr: 'Éducateur de jeunes enfants', en: 'Early-years educator', family: 'TRAVAIL_SOCIAL', since: '2026.1' },
	{ code: 'ETS', fr: 'Éducateur technique spécialisé', en: 'Technical educator', family: 'TRAVAIL_SOCIAL', since: '2026.1' },
	{ code: 'ME', fr: 'Moniteur-éducateur', en: 'Educator-instructor', family: 'TRAVAIL_SOCIAL', since: '2026.1' },
	{ code: 'TISF', fr: 'Technicien de l’intervention sociale et familiale', en: 'Family support worker', family: 'TRAVAIL_SOCIAL', since: '2026.1' },
	{ code: 'AES', fr: 'Accompagnant éducatif et social', en: 'Care and support worker', family: 'TRAVAIL_SOCIAL', since: '2026.1' },
	{ code: 'AF', fr: 'Assistant familial', en: 'Foster carer', family: 'TRAVAIL_SOCIAL', since: '2026.1' },
	{ code: 'MF', fr: 'Médiateur familial', en: 'Family mediator', family: 'TRAVAIL_SOCIAL', since: '2026.1' },
	{ code: 'CAFERUIS', fr: 'Responsable d’unité d’intervention sociale (Caferuis)', en: 'Social unit manager (Caferuis)', family: 'TRAVAIL_SOCIAL', since: '2026.1' },
	{ code: 'CAFDES', fr: 'Directeur d’établissement social (Cafdes)', en: 'Director of a social establishment (Cafdes)', family: 'TRAVAIL_SOCIAL', since: '2026.1' },
	{ code: 'DEIS', fr: 'Ingénieur social', en: 'Social engineer (DEIS)', family: 'TRAVAIL_SOCIAL', since: '2026.1' },
	{ code: 'SEC_MS', fr: 'Secrétaire médico-sociale', en: 'Medical and social secretary', family: 'SECRETARIAT_ACCUEIL', since: '2026.1' },
	{ code: 'ACCUEIL', fr: 'Agent d’accueil', en: 'Receptionist', family: 'SECRETARIAT_ACCUEIL', since: '2026.1' },
	{ code: 'SECRETARIAT', fr: 'Secrétariat', en: 'Secretary', family: 'SECRETARIAT_ACCUEIL', since: '2026.1' },
	{ code: 'MEDIATEUR_SOCIAL', fr: 'Médiateur social', en: 'Social mediator', family: 'MEDIATION_SOCIALE', since: '2026.1' },
	{ code: 'ECRIVAIN_PUBLIC', fr: 'Écrivain public', en: 'Public letter-writer', family: 'MEDIATION_SOCIALE', since: '2026.1' },
	{ code: 'TRAVAILLEUR_PAIR', fr: 'Travailleur pair', en: 'Peer worker', family: 'MEDIATION_SOCIALE', since: '2026.1' },
	{ code: 'MEDIATEUR_NUMERIQUE', fr: 'Médiateur numérique', en: 'Digital mediator', family: 'MEDIATION_NUMERIQUE', since: '2026.1' },
	{ code: 'CONSEILLER_NUMERIQUE', fr: 'Conseiller numérique', en: 'Digital adviser', family: 'MEDIATION_NUMERIQUE', since: '2026.1' },
	{ code: 'AGENT_FRANCE_SERVICES', fr: 'Agent France services', en: 'France Services agent', family: 'MEDIATION_NUMERIQUE', since: '2026.1' },
	{ code: 'AIDANT_CONNECT', fr: 'Aidant habilité Aidants Connect', en: 'Helper accredited by Aidants Connect', family: 'MEDIATION_NUMERIQUE', since: '2026.1' },
	{ code: 'CIP', fr: 'Conseiller en insertion professionnelle', en: 'Employment integration adviser', family: 'TRAVAIL_SOCIAL', since: '2026.1' },
	{ code: 'MJPM', fr: 'Mandataire judiciaire à la protection des majeurs', en: 'Court-appointed guardian', family: 'TRAVAIL_SOCIAL', since: '2026.1' },
	{ code: 'REFERENT_RSA', fr: 'Référent RSA', en: 'RSA case worker', family: 'TRAVAIL_SOCIAL', since: '2026.1' },
	{ code: 'CADRE', fr: 'Cadre', en: 'Manager', family: 'TRAVAIL_SOCIAL', since: '2026.1' },
	{ code: 'BENEVOLE', fr: 'Bénévole', en: 'Volunteer', family: 'AIDANT_BENEVOLE', since: '2026.1' },
	{ code: 'AIDANT_FAMILIAL', fr: 'Aidant familial', en: 'Family carer', family: 'AIDANT_BENEVOLE', since: '2026.1' },
	{ code: 'AGENT_ORGANISME', fr: 'Agent d’un organisme', en: 'Member of a body’s staff', family: 'ORGANISME', since: '2026.1' },
] as const satisfies readonly RoleEntry[];
