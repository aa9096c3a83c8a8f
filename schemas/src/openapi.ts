import { componentSchemas, type JsonObject } from './json-schema.js';
import { accountRoutes } from './openapi/account-routes.js';
import { administrationRoutes } from './openapi/administration-routes.js';
import { attestationRoutes } from './openapi/attestation-routes.js';
import { commentRoutes } from './openapi/comment-routes.js';
import { httpContracts } from './openapi/contracts.js';
import { enrolmentRoutes } from './openapi/enrolment-routes.js';
import { eventRoutes } from './openapi/event-routes.js';
import { maintenanceRoutes } from './openapi/maintenance-routes.js';
import { operationObject } from './openapi/operation.js';
import { proposalRoutes } from './openapi/proposal-routes.js';
import { publicationRoutes } from './openapi/publication-routes.js';
import { referenceRoutes } from './openapi/reference-routes.js';
import { reportRoutes } from './openapi/report-routes.js';

const routes = {
	...eventRoutes,
	...commentRoutes,
	...proposalRoutes,
	...enrolmentRoutes,
	...publicationRoutes,
	...reportRoutes,
	...maintenanceRoutes,
	...attestationRoutes,
	...accountRoutes,
	...administrationRoutes,
	...referenceRoutes,
};

const paths = (): JsonObject =>
	Object.fromEntries(
		Object.entries(routes).map(([path, methods]) => [
			path,
			Object.fromEntries(
				Object.entries(methods).map(([method, operation]) => [method, operationObject(path, operation)]),
			),
		]),
	);

const components = (): JsonObject => ({
	schemas: componentSchemas(httpContracts, 'draft-2020-12'),
	headers: {
		ETag: {
			description: 'Empreinte du contenu, qui ne change pas tant qu’il ne change pas',
			schema: { type: 'string' },
		},
		'Retry-After': { description: 'Secondes à attendre avant de réessayer', schema: { type: 'integer' } },
		Location: { description: 'Où aller ensuite', schema: { type: 'string' } },
		'WWW-Authenticate': { description: 'Bearer', schema: { type: 'string' } },
	},
	parameters: {
		IfNoneMatch: {
			name: 'If-None-Match',
			in: 'header',
			description: 'L’ETag déjà reçu',
			schema: { type: 'string' },
		},
	},
	securitySchemes: {
		device: {
			type: 'http',
			scheme: 'bearer',
			bearerFormat: 'JWT',
			description: 'Le jeton d’un appareil inscrit, signé (EdDSA), de type vigie-device+jwt',
		},
		session: {
			type: 'apiKey',
			in: 'cookie',
			name: '__Host-vigie',
			description: 'La session d’un compte, ouverte chez le fournisseur d’identité',
		},
		apiKey: {
			type: 'http',
			scheme: 'bearer',
			description: 'Une clé d’API, vk_<identifiant>_<secret>, au nom d’une structure',
		},
	},
});

/** openApiDocument describes the HTTP interface as the gateway shows it, in OpenAPI 3.1, from the very contracts that services parse with. */
export const openApiDocument = (serverUrl: string): JsonObject => ({
	openapi: '3.1.0',
	info: {
		title: 'Vigie',
		version: '1.0.0',
		summary: 'Observatoire du non-recours aux droits sociaux et des pannes de leurs démarches',
		description:
			'Les erreurs sont des documents `application/problem+json` (RFC 9457) : un code, et le chemin de chaque champ fautif ; jamais la valeur reçue. Une méthode qu’une adresse n’a pas est répondue 405, avec `Allow`.',
		license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
	},
	servers: [{ url: serverUrl }],
	tags: [
		{ name: 'Déclarer', description: 'Envoyer des déclarations' },
		{ name: 'S’inscrire', description: 'Inscrire un appareil' },
		{ name: 'Publications', description: 'Lire ce qui est publié' },
		{ name: 'Signalements', description: 'Suivre les signalements et y répondre' },
		{ name: 'Maintenances', description: 'Annoncer un arrêt prévu ou une mise en service, et les lire' },
		{ name: 'Attestations', description: 'Prouver qu’une perturbation a été publiée, et le vérifier' },
		{ name: 'Comptes', description: 'Se connecter, savoir qui l’on est ici' },
		{ name: 'Administrer', description: 'Tenir les comptes, les structures, les clés et les destinataires' },
		{ name: 'Références', description: 'Lire les listes et les contrats' },
	],
	paths: paths(),
	components: components(),
});
