import { type ReferralFamilyCode, referralFamilies } from '@vigie/schemas/taxonomy/lists/referral-families';
import { roleFamilies } from '@vigie/schemas/taxonomy/lists/role-families';

/** MAX_HOP is the most hops a slip counts: it stays there afterwards. */
export const MAX_HOP = 7;

/** Slip is the memory of a circuit that the person carries: how many hops, which families. Nothing else, on purpose. */
export interface Slip {
	readonly hop: number;
	/** One bit per family already visited. It never leaves the browser: it could single somebody out. */
	readonly mask: number;
}

/** Circuit is what an event says of it. */
export interface Circuit {
	readonly loop: 'OUI' | 'NON' | 'INCONNU';
	readonly hopBucket: 'UN' | 'DEUX' | 'TROIS_ET_PLUS' | 'INCONNU';
}

/** The order of the list is the order of the bits: it never changes. */
const bitOf = (family: ReferralFamilyCode): number =>
	1 << referralFamilies.findIndex(({ code }) => code === family);

const bucketOf = (hop: number): Circuit['hopBucket'] =>
	hop <= 1 ? 'UN' : hop === 2 ? 'DEUX' : 'TROIS_ET_PLUS';

/** circuitOf tells what a referral does to the circuit: back to a family already visited, and at which hop. */
export const circuitOf = (read: Slip | null, to: ReferralFamilyCode): Circuit =>
	read === null
		? { loop: 'INCONNU', hopBucket: 'INCONNU' }
		: { loop: (read.mask & bitOf(to)) === 0 ? 'NON' : 'OUI', hopBucket: bucketOf(read.hop + 1) };

/** nextSlip is the slip to hand over: the sender's family is now among those visited. */
export const nextSlip = (read: Slip | null, from: ReferralFamilyCode): Slip => ({
	hop: Math.min(MAX_HOP, (read?.hop ?? 0) + 1),
	mask: (read?.mask ?? 0) | bitOf(from),
});

/** familyIn reads a family's code; undefined for anything else. */
export const familyIn = (code: string | undefined): ReferralFamilyCode | undefined =>
	referralFamilies.find((family) => family.code === code)?.code;

/** familyOfRole gives the family from which this device sends people on; travail social when the role is unknown. */
export const familyOfRole = (roleFamily: string): ReferralFamilyCode =>
	roleFamilies.find(({ code }) => code === roleFamily)?.node ?? 'TS';
