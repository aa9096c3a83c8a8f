import { bodyHashOf } from '@vigie/kit/body-hash';
import { tokenOf } from '@vigie/kit/tokens';
import type { AdmittedEvent } from '@vigie/schemas/admitted-event';
import type { Event } from '@vigie/schemas/events';
import { ownsPlatform, regionCodeOf, type Sender } from './sender.js';

/** Reception is when an event was received, and the key of that week. */
export interface Reception {
	/** The quarter of an hour, as `2026-11-10T13:15:00Z`. */
	readonly receivedSlot: string;
	/** 32 bytes, of the week that the slot falls in. */
	readonly weekKey: Buffer;
}

interface Tokens {
	readonly weekKey: Buffer;
	readonly reporterToken: string;
	readonly structureToken: string;
	readonly organisationToken: string;
}

const remembered = new WeakMap<Sender, Tokens>();

/** tokensOf computes a sender's three tokens once a week: three HMACs an event would cost more than all the rest. */
const tokensOf = (sender: Sender, weekKey: Buffer): Tokens => {
	const known = remembered.get(sender);
	if (known?.weekKey.equals(weekKey)) return known;
	const tokens = {
		weekKey,
		reporterToken: tokenOf(weekKey, sender.id),
		structureToken: tokenOf(weekKey, sender.structure),
		organisationToken: tokenOf(weekKey, sender.organisation),
	};
	remembered.set(sender, tokens);
	return tokens;
};

/** withoutFuture takes an hour ahead of reception as reception's hour: telephones have wrong clocks. */
const withoutFuture = (event: Event, receivedSlot: string): Event => {
	const receivedHour = `${receivedSlot.slice(0, 14)}00:00Z`;
	return event.observedAt > receivedHour ? { ...event, observedAt: receivedHour } : event;
};

/**
 * admit stamps a valid event with all that Vigie keeps about its reception. Pure: the same event, sender, slot and key give
 * the same bytes. The body's hash is that of the event as it was sent, so that a retry at another hour is the same body.
 */
export const admit = (event: Event, sender: Sender, { receivedSlot, weekKey }: Reception): AdmittedEvent => {
	const tokens = tokensOf(sender, weekKey);
	return {
		event: withoutFuture(event, receivedSlot),
		admission: {
			receivedSlot,
			channel: sender.channel,
			roleFamily: sender.roleFamily,
			structureFamily: sender.structureFamily,
			// A circuit is stored no finer than the région: by département, most would be one of a kind.
			territory: event.kind === 'referral.made' ? regionCodeOf(sender.departement) : sender.departement,
			reporterToken: tokens.reporterToken,
			structureToken: tokens.structureToken,
			organisationToken: tokens.organisationToken,
			ownPlatform: 'platform' in event && ownsPlatform(sender.body, event.platform),
			bodyHash: bodyHashOf(event),
		},
	};
};
