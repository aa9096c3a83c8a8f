import { type Found, type Rule, spansOf } from '../rule.js';

const withScheme = /(?<![\p{L}])(?:https?:\/\/|www\.)[^\s<>"]{2,200}/giu;
const piece = /[^\s<>"«»(),;]+/gu;
const domain =
	/^(?:[\p{L}0-9-]{1,63}\.){1,4}(?:fr|com|net|org|eu|io|info|be|ch|re|bzh|app|me|ly)(?:\/[^\s]{0,200})?[.:!?]{0,3}$/iu;
/** Services of the administrations: their own address says nothing of anybody, a page of a file does. */
const publicService =
	/^(?:https?:\/\/)?(?:[a-z0-9-]{1,40}\.){0,3}(?:gouv|caf|ameli|francetravail|pole-emploi|msa|lassuranceretraite|info-retraite|service-public|urssaf|cnaf|cnav|agirc-arrco|actionlogement|visale|laposte|france-services|mdph|doctolib|mesdroitssociaux|demarches-simplifiees|franceconnect|cesu|pajemploi|lidentitenumerique|mesaides|1jeune1solution|assurance-maladie|carsat|cpam|cramif|ofii|soliguide|dora|cnsa|mes-aides|allocations-familiales)\.(?:fr|com|org|eu)(?:\/[a-z/._-]{0,60})?[.,;:!?)]{0,3}$/i;

const domains = (text: string): Found[] =>
	Array.from(text.matchAll(piece)).flatMap(({ 0: found, index }): Found[] =>
		domain.test(found) ? [{ label: 'lien', start: index, end: index + found.length }] : [],
	);

/** findLinks finds addresses of pages, save those of public services that name no file. */
export const findLinks: Rule = ({ text }) =>
	[...spansOf('lien', text, withScheme), ...domains(text)].filter(
		({ start, end }) => !publicService.test(text.slice(start, end)),
	);
