/** HOST_LIMIT is the longest name of a host that may be proposed: public services have shorter ones. */
export const HOST_LIMIT = 100;

/** HostFault says why an address is not that of a public site: a code of `fieldCodes`. */
export type HostFault = 'invalid_format' | 'is_email' | 'is_ip_address' | 'is_local_name' | 'too_big';

/** HostReading is the name of a host, written in the one way that names are compared in, or what is wrong with it. */
export type HostReading =
	| { readonly ok: true; readonly host: string }
	| { readonly ok: false; readonly fault: HostFault };

/** Names that no public site has (RFC 6761, 6762, 7686, 8375, and what offices call their own networks). */
const localEndings = [
	'localhost',
	'local',
	'localdomain',
	'internal',
	'intranet',
	'intra',
	'lan',
	'home',
	'corp',
	'private',
	'test',
	'example',
	'invalid',
	'onion',
	'arpa',
];

const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const ending = /^([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;
const refuse = (fault: HostFault): HostReading => ({ ok: false, fault });

/** judgeHost judges a bare name, as the parser of addresses wrote it. */
const judgeHost = (name: string): HostReading => {
	const host = name.replace(/\.$/, '').replace(/^www\./, '');
	// The parser writes every way of saying an IPv4 address in its one form, and puts IPv6 in brackets.
	if (host.startsWith('[') || /^[\d.]+$/.test(host)) return refuse('is_ip_address');
	const labels = host.split('.');
	const last = labels.at(-1) ?? '';
	if (labels.length < 2 || localEndings.includes(last)) return refuse('is_local_name');
	if (!ending.test(last) || !labels.every((part) => label.test(part))) return refuse('invalid_format');
	return host.length > HOST_LIMIT ? refuse('too_big') : { ok: true, host };
};

/**
 * readHost takes the name of the host from an address as people type or paste it, and nothing else of it: no scheme, user, port, path or query,
 * which may name somebody. In lower case, without `www.`; names in other scripts in their ASCII form. Purely, the same in the page and in
 * intake.
 */
export const readHost = (typed: string): HostReading => {
	const text = typed.trim();
	const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
	if (text === '' || /\s/.test(text) || (scheme !== undefined && !/^https?$/.test(scheme)))
		return refuse('invalid_format');
	const address = scheme === undefined ? `https://${text}` : text;
	const authority = /^https?:\/\/([^/?#\\]*)/i.exec(address)?.[1] ?? '';
	// Before the name of a host there is a user, or it is no address of a site at all.
	if (authority.includes('@') || /^mailto:/i.test(text)) return refuse('is_email');
	if (!URL.canParse(address)) return refuse(/^[\d.]+$/.test(authority) ? 'is_ip_address' : 'invalid_format');
	return judgeHost(new URL(address).hostname);
};
