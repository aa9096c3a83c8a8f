import { expect, it } from 'vitest';
import { foundIn } from './found-in.js';

it.each([
	['voiture AB-123-CD volée', 'immatriculation: AB-123-CD'],
	['voir https://example.org/dossier?id=4', 'lien: https://example.org/dossier?id=4'],
	['mon site jeandurand.fr', 'lien: jeandurand.fr'],
	['sur insta @tartempion_75', 'pseudonyme: @tartempion_75'],
	['dossier A12345', 'reference_dossier: A12345'],
	['réf. AB-12345', 'reference_dossier: AB-12345'],
	['allocataire n° 4512', 'reference_dossier: allocataire n° 4512'],
])('%s: plates, links, handles and references of files', (text, expected) => {
	expect(foundIn(text)).toEqual([expected]);
});

it.each([
	'sur caf.fr et ameli.fr',
	'www.service-public.fr répond',
	"l'article L262-2 du CASF",
	'le formulaire S3201',
	'erreur E40210',
	'le formulaire 2042-C PRO',
	'Dossier n° 2026 traité',
])('%s: services, articles and forms pass', (text) => {
	expect(foundIn(text)).toEqual([]);
});
