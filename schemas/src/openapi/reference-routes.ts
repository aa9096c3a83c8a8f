import { registryExample, taxonomyExample } from './examples.js';
import type { Operation } from './operation.js';

const reference = { tag: 'Références', status: 200, problems: [] } as const satisfies Partial<Operation>;

/** referenceRoutes are what one needs to speak with Vigie: the lists, who answers for what, and these documents. */
export const referenceRoutes = {
	'/v1/taxonomy': {
		get: {
			...reference,
			id: 'readTaxonomy',
			summary: 'Les listes de codes',
			description: 'Un code n’est jamais supprimé ni réemployé : un code retiré garde sa ligne.',
			cached: true,
			answer: { contract: 'TaxonomyBody', examples: { extrait: taxonomyExample } },
		},
	},
	'/v1/registry': {
		get: {
			...reference,
			id: 'readRegistry',
			summary: 'Les organismes, et qui répond de chaque plateforme',
			description: 'La part publique du registre ; aucune structure n’y est.',
			cached: true,
			answer: { contract: 'PublicRegistry', examples: { extrait: registryExample } },
		},
	},
	'/openapi.json': {
		get: {
			...reference,
			id: 'readOpenApi',
			summary: 'Ce document',
			answer: { document: 'OpenAPI' },
		},
	},
	'/asyncapi.json': {
		get: {
			...reference,
			id: 'readAsyncApi',
			summary: 'Les messages entre les services',
			answer: { document: 'AsyncAPI' },
		},
	},
} as const satisfies Readonly<Record<string, { readonly get: Operation }>>;
