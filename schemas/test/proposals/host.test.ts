import { expect, test } from 'vitest';
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
])('%s looks like somebody, or the number of somebody', (host) => {
	expect(namesSomebody(host)).toBe(true);
});

test('the names of the platforms that are known look like nobody', () => {
	const hosts = platforms.flatMap(({ hostnames }) => hostnames.map(({ name }) => name));

	expect(hosts.filter(namesSomebody)).toEqual([]);
});
