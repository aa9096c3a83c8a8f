import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { SendingRefused } from './attempt.js';

// IANA's special-purpose registries (RFC 6890 and later): none of these is somebody's public server.
const v4 = [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.88.99.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 4],
	['240.0.0.0', 4],
] as const;
/** The only addresses of IPv6 that are in use for servers of the public; what embeds an IPv4 address lies outside or is named below. */
const globalV6 = ['2000::', 3] as const;
const withinV6 = [
	['2001::', 23],
	['2001:db8::', 32],
	['2002::', 16],
	['3fff::', 20],
] as const;

const blocked = new BlockList();
for (const [net, prefix] of v4) blocked.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of withinV6) blocked.addSubnet(net, prefix, 'ipv6');
const open = new BlockList();
open.addSubnet(...globalV6, 'ipv6');

/** isPrivate tells whether an address is not one of the public internet: loopback, private, link-local (where clouds keep their secrets), or no address. */
export const isPrivate = (address: string): boolean => {
	const family = isIP(address);
	if (family === 4) return blocked.check(address, 'ipv4');
	return family !== 6 || !open.check(address, 'ipv6') || blocked.check(address, 'ipv6');
};

/**
 * publicLookup resolves a name for a connection, and refuses it as a whole when any of its addresses is private: the connection is made to the
 * very addresses that were judged, so that a name cannot answer differently the second time.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
	resolve(hostname, { ...options, all: true }, (error, addresses) => {
		if (error) return callback(error, '', 0);
		const [first] = addresses;
		if (!first || addresses.some(({ address }) => isPrivate(address)))
			return callback(new SendingRefused('address_refused'), '', 0);
		return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
	});
};
