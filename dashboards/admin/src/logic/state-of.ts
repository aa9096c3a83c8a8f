interface Lasting {
	readonly expiresAt: string;
	readonly revoked: boolean;
}

/** LinkState is what can still be done with a link or a key. */
export type LinkState = 'usable' | 'expired' | 'revoked';

/** stateOf tells it at a moment. */
export const stateOf = ({ expiresAt, revoked }: Lasting, now: Date): LinkState => {
	if (revoked) return 'revoked';
	return Date.parse(expiresAt) <= now.getTime() ? 'expired' : 'usable';
};
