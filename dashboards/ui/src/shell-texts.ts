import { catalogue } from './catalogue.js';

/** shellTexts are the words around every page. */
export const shellTexts = catalogue(
	{
		skip: 'Aller au contenu',
		home: 'Vigie, accueil',
		nav: 'Principale',
		menu: 'Menu',
		report: 'Je signale',
		organisation: 'Mon organisme',
		trends: 'Tendances',
		openData: 'Données ouvertes',
		method: 'Méthode',
		protection: 'Protection des données',
		attestation: 'Attestation de perturbation',
		footer:
			'Vigie compte des alertes de professionnels, pas des personnes en non-recours. Une absence d’alerte n’est pas une absence de problème.',
		api: 'Description de l’interface (OpenAPI)',
		licence: 'Données ouvertes (Licence Ouverte)',
	},
	{
		skip: 'Skip to content',
		home: 'Vigie, home',
		nav: 'Main',
		menu: 'Menu',
		report: 'Report',
		organisation: 'My organisation',
		trends: 'Trends',
		openData: 'Open data',
		method: 'Method',
		protection: 'Data protection (in French)',
		attestation: 'Certificate of disturbance',
		footer:
			'Vigie counts alerts by professionals, not people who miss out. No alert does not mean no problem.',
		api: 'Interface description (OpenAPI)',
		licence: 'Open data (Licence Ouverte)',
	},
);
