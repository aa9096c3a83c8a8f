import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { fold } from '../../src/personal-data/words.js';
import { HOST_LIMIT, readHost } from '../../src/proposals/host.js';
import { namesSomebody } from '../../src/proposals/names-somebody.js';
import { platforms } from '../../src/taxonomy/lists/platforms.js';

test.each([
	['portail.exemple.fr', 'portail.exemple.fr'],
	['  Portail.Exemple.FR.  ', 'portail.exemple.fr'],
	['www.exemple.fr', 'exemple.fr'],
	['https://www.exemple.fr/dossier/Tartempion?nir=284059999900180#suite', 'exemple.fr'],
	['http://exemple.fr:8080/x', 'exemple.fr'],
	['exemple.fr/dossier?mail=a@b.fr', 'exemple.fr'],
	['https://préfecture.exemple.fr', 'xn--prfecture-c4a.exemple.fr'],
	['mes-aides.1jeune1solution.beta.gouv.fr', 'mes-aides.1jeune1solution.beta.gouv.fr'],
])('of %s the name of the host is taken, and nothing else', (typed, host) => {
	expect(readHost(typed)).toEqual({ ok: true, host });
});

test.each([
	['', 'invalid_format'],
	['le site de la caf', 'invalid_format'],
	['ftp://exemple.fr', 'invalid_format'],
	['javascript://exemple.fr/%0aalert(1)', 'invalid_format'],
	['https://', 'invalid_format'],
	['exem_ple.fr', 'invalid_format'],
	['-exemple.fr', 'invalid_format'],
	['exemple..fr', 'invalid_format'],
	['exemple.f', 'invalid_format'],
	['camille.dupont@exemple.fr', 'is_email'],
	['mailto:camille@exemple.fr', 'is_email'],
	['https://camille:secret@exemple.fr/', 'is_email'],
	['127.0.0.1', 'is_ip_address'],
	['http://169.254.169.254/latest', 'is_ip_address'],
	['https://2130706433/', 'is_ip_address'],
	['0x7f.1', 'is_ip_address'],
	['256.1.1.1', 'is_ip_address'],
	['http://[::1]/', 'is_ip_address'],
	['localhost', 'is_local_name'],
	['intranet', 'is_local_name'],
	['serveur.ccas.local', 'is_local_name'],
	['imprimante.lan:631', 'is_local_name'],
	['1.0.0.127.in-addr.arpa', 'is_local_name'],
	[`${'a'.repeat(60)}.${'b'.repeat(60)}.fr`, 'too_big'],
])('%s is no public site: %s', (typed, fault) => {
	expect(readHost(typed)).toEqual({ ok: false, fault });
});

test('what was read reads as itself again, and is never longer than its limit', () => {
	for (const { hostnames } of platforms)
		for (const { name } of hostnames.filter((one) => !one.name.includes('*'))) {
			const reading = readHost(`https://${name}/x`);
			const host = reading.ok ? reading.host : '';
			expect(readHost(host)).toEqual(reading);
			expect(host).toBe(name.replace(/^www\./, ''));
			expect(host.length).toBeLessThanOrEqual(HOST_LIMIT);
		}
});

test.each([
	'jean-dupont.fr',
	'mme-tartempion.fr',
	'0612345678.fr',
	'dossier-1234567.exemple.fr',
	'2840599999180.fr',
	'frederic-fontaine.fr',
	'besson.fr',
	'jean-dupont.sainte-genevieve-des-bois.fr',
	'ville-jean-dupont.fr',
	'victor-hugo.ac-dupont.fr',
	'victor-hugo.ac-lille.fr.jean-dupont.fr',
	'gouv.jean-dupont.fr',
	'mme-tartempion.ac-lille.fr',
	'0612345678.ac-lille.fr',
	'dossier-1234567.ants.gouv.fr',
])('%s looks like somebody, or the number of somebody', (host) => {
	expect(namesSomebody(host)).toBe(true);
});

test('the names of the platforms that are known look like nobody', () => {
	const hosts = platforms.flatMap(({ hostnames }) => hostnames.map(({ name }) => name));

	expect(hosts.filter(namesSomebody)).toEqual([]);
});

test.each([
	'sainte-genevieve-des-bois.fr',
	'ste-genevieve-des-bois.fr',
	'demarches.ville-st-martin-d-heres.fr',
	'mairie-besson.fr',
	'ville-de-frederic-fontaine.fr',
	'ville-d-huison-longueville.fr',
	'saint-martin-le-vieil11.fr',
	'mairie-du-robert.fr',
	'victor-hugo.ac-lille.fr',
	'lycee-jean-moulin.ac-versailles.fr',
	'simone-veil.sante.gouv.fr',
])('%s is a place, or a school or service of the State: it looks like nobody', (host) => {
	expect(namesSomebody(host)).toBe(false);
});

test('the site of a commune is not taken for somebody’s, behind what says that it is one', () => {
	const communes = z
		.array(z.object({ nom: z.string(), type: z.string() }))
		.parse(createRequire(import.meta.url)('@etalab/decoupage-administratif/data/communes.json'));
	const hosts = communes
		// One in twelve says it, and is read in a few seconds.
		.filter(({ type }, at) => type === 'commune-actuelle' && at % 12 === 0)
		.map(
			({ nom }) =>
				`ville-${fold(nom)
					.replaceAll(/[^a-z0-9]+/g, '-')
					.replaceAll(/^-|-$/g, '')}.fr`,
		);

	expect(hosts.length).toBeGreaterThan(2_800);
	expect(hosts.filter(namesSomebody)).toEqual([]);
});
