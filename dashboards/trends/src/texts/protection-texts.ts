import { grantsOf, serviceRoles } from '@vigie/clickhouse/roles';
import { frenchSpaces } from '@vigie/dashboard-ui/french-spaces';
import { mechanism } from '@vigie/publisher/disclosure/mechanism';
import { Admission } from '@vigie/schemas/admitted-event';
import { DysfunctionAlerted } from '@vigie/schemas/events/dysfunction-alerted';
import { NonTakeUpSignalled } from '@vigie/schemas/events/nontakeup-signalled';
import { ProcedureFailed } from '@vigie/schemas/events/procedure-failed';
import { ReferralMade } from '@vigie/schemas/events/referral-made';
import { RepairConfirmed } from '@vigie/schemas/events/repair-confirmed';
import { LATTICE_VERSION, lattice } from '@vigie/schemas/lattice';
import { retention } from '@vigie/schemas/retention';
import type { MethodPart } from './method-texts.js';
import { scoreItems, scoreParagraphs } from './score-texts.js';

const fieldsOf = (schema: { readonly shape: object }): string => Object.keys(schema.shape).join(', ');

/** What a role is for, and what it never sees. */
const purposes: Readonly<Record<(typeof serviceRoles)[number], string>> = {
	loader: 'range les déclarations reçues',
	publisher: 'clôt les semaines et publie ; seul à vider ce qui doit disparaître',
	detector: 'cherche pannes et dérives',
	api: 'sert les pages et les fichiers publiés',
	reporter: 'sert les constats aux organismes',
	migrator: 'crée les tables au déploiement ; personne ne s’en sert ensuite',
};

const mechanismItems: readonly string[] = [
	`écart d’au plus ${mechanism.D}, de variance ${mechanism.V.toLocaleString('fr')}, aucun nombre publié de 1 à ${mechanism.js} ;`,
	`une case paraît pour tous à partir de ${mechanism.k}, pour qui a signé les conditions à partir de ${mechanism.kSigned} ;`,
	`au moins ${mechanism.structures} structures, et ${mechanism.outsideTop} déclarations hors de la première ;`,
	`quand une partie d’un total montré est cachée, deux au moins le sont, de ${mechanism.residual} déclarations et ${mechanism.structures} structures ensemble au moins, que la première soit vide ou non ;`,
	`treillis version ${LATTICE_VERSION} : ${lattice.week.length} tables par semaine, ${lattice.month.length} par mois, ${lattice.quarter.length} par trimestre ; moins là où peu de structures déclarent ;`,
	`base de clés « ${mechanism.base} » par défaut ; chaque publication nomme la sienne.`,
];

const retentionItems: readonly string[] = [
	`messages bruts (Kafka) : ${retention.rawDays} jours ;`,
	'déclaration refusée : rien, sauf le motif et le nom du champ, comptés ;',
	`commentaire scellé, là où il est permis : ${retention.commentDays} jours ;`,
	`plateforme proposée (nom du site, organisme, semaine, sceau de la structure propre à ce nom) : ${retention.proposalDays} jours ;`,
	`heure d’observation et quart d’heure de réception : ramenés au jour après ${retention.hourDays} jours, à la semaine après ${retention.dayMonths} mois (le second, une fois close la semaine) ;`,
	`déclarations : ${retention.eventMonths} mois ;`,
	`comptes exacts par quart d’heure : ${retention.seriesSlotMonths} mois, par mois entiers ;`,
	`comptes exacts par semaine, réponses à « Est-ce réparé ? » comprises, et ce que la détection en a fait : ${retention.seriesWeekYears} ans, par années entières ;`,
	`alarmes de la détection avec ce que son modèle a lu : ${retention.detectedSignalMonths} mois ; passages de la recherche de pannes : ${retention.outageRunMonths} mois ;`,
	`registre de ce qui a été chargé (positions dans Kafka, sans contenu) : ${retention.ledgerMonths} mois ;`,
	'clé de la semaine et jetons (appareil, structure, organisation) : détruits dès la publication de la semaine ;',
	'clé du trimestre et comptes par structure : détruits à la clôture du trimestre ;',
	`compte dont personne ne se sert : fermé après ${retention.accountMonths} mois ;`,
	`journal de l’administration (quel compte a fait quoi, quand) : ${retention.auditDays} jours ;`,
	'session d’un organisme ou de l’administration : dans Redis, effacée quand elle n’a pas servi pendant le délai réglé (VIGIE_SESSION_IDLE_MS) ;',
	'exacts, sans jeton : les comptes figés de chaque case publiée ou cachée, gardés pour refaire une publication à l’identique ;',
	'publications, signalements publiés et vie des constats avec leurs réponses : conservés.',
];

const parts: readonly MethodPart[] = [
	{
		id: 'finalites',
		title: 'Finalités',
		paragraphs: [
			'Vigie recense ce qui empêche des personnes d’obtenir leurs droits : pannes et blocages des plateformes, démarches échouées, situations de non-recours, orientations. Elle sert à les faire réparer et à en publier des statistiques. Elle ne suit ni personne accompagnée, ni professionnel, ni structure.',
			'Aucune déclaration ne porte sur une personne nommée ou désignée : il n’existe pas de champ où l’écrire. Un champ inconnu est refusé, non ignoré.',
		],
	},
	{
		id: 'donnees',
		title: 'Données',
		paragraphs: [
			'Les champs de chaque déclaration, tels que le programme les contrôle ; tous sont des codes de listes, une heure ou un identifiant tiré au hasard :',
		],
		items: [
			`alerte : ${fieldsOf(DysfunctionAlerted)} ;`,
			`démarche échouée : ${fieldsOf(ProcedureFailed)} ;`,
			`non-recours : ${fieldsOf(NonTakeUpSignalled)} ;`,
			`orientation : ${fieldsOf(ReferralMade)} ;`,
			`réponse à « Est-ce réparé ? » : ${fieldsOf(RepairConfirmed)} ;`,
			`ajoutés à la réception : ${fieldsOf(Admission)}. Ni adresse IP, ni navigateur, ni compte.`,
			'compte d’un organisme ou de l’administration : une empreinte de l’identifiant que donne le fournisseur d’identité, des rôles. Ni nom, ni adresse.',
		],
	},
	{
		id: 'acces',
		title: 'Qui lit quoi',
		paragraphs: [
			'Les droits dans la base, refusés ou accordés par le moteur lui-même. Personne d’autre qu’un de ces services ne s’y connecte :',
		],
		items: serviceRoles.map(
			(role) =>
				`${role}, qui ${purposes[role]} : ${grantsOf(role)
					.map(({ privileges, on }) => `${privileges.join(', ')} sur ${on}`)
					.join(' ; ')} ;`,
		),
	},
	{
		id: 'durees',
		title: 'Durées',
		paragraphs: ['Appliquées chaque jour par le service publisher, et par Kafka pour ses messages :'],
		items: retentionItems,
	},
	{
		id: 'publication',
		title: 'Ce qui est publié',
		paragraphs: [
			'Des tables fixes, la même valeur pour tous. Les paramètres sont publics, seules les clés sont secrètes :',
		],
		items: mechanismItems,
	},
	{
		id: 'mesures',
		title: 'Risque mesuré',
		paragraphs: scoreParagraphs('fr'),
		items: scoreItems('fr'),
	},
	{
		id: 'droits',
		title: 'Droits des personnes',
		paragraphs: [
			'Une personne accompagnée ne peut pas être retrouvée dans les déclarations : l’accès et l’effacement sont sans objet pour elle. Un professionnel peut retirer sa déclaration depuis l’appareil qui l’a envoyée, jusqu’au mardi 5 h qui suit la semaine, une heure avant la publication ; ensuite plus rien ne relie l’une à l’autre.',
		],
	},
];

/** protectionParts is the page for a data protection officer; it is in French, whatever the language of the other pages. */
export const protectionParts: readonly MethodPart[] = parts.map((part) => ({
	...part,
	paragraphs: part.paragraphs.map(frenchSpaces),
	...(part.items ? { items: part.items.map(frenchSpaces) } : {}),
}));

/** protectionTitles are the words above the parts. */
export const protectionTitles = {
	title: 'Protection des données',
	lead: 'Pour un délégué à la protection des données : finalités, données, accès, durées, mécanisme et risque mesuré, tirés de la configuration et du programme.',
	contents: 'Sur cette page',
} as const;
