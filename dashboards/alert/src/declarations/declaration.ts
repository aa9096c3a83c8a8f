import type { Event } from '@vigie/schemas/events';

/** Declaration is what this device remembers of one event it declared. Only `event` is ever sent. */
export interface Declaration {
	/** The full state of the latest revision. */
	readonly event: Event;
	/** When it was declared, in milliseconds: stays on this device, the event itself knows the hour only. */
	readonly declaredAt: number;
	/** True once any revision has left the device, even if no answer came back. */
	readonly attempted: boolean;
	/** The highest revision answered 202, -1 before the first. */
	readonly acknowledged: number;
	/** When the first 202 came, in milliseconds. */
	readonly acknowledgedAt: number | null;
	/** Why the latest revision was refused for good: a problem code, or `too_old`. */
	readonly refused: string | null;
}

/** Standing is what a person reads of a declaration. */
export type Standing = 'sending' | 'kept' | 'received' | 'withdrawn' | 'refused' | 'change-refused';

/** newDeclaration wraps an event that has just been declared. */
export const newDeclaration = (event: Event, declaredAt: number): Declaration => ({
	event,
	declaredAt,
	attempted: false,
	acknowledged: -1,
	acknowledgedAt: null,
	refused: null,
});

/** isPending tells whether a revision still has to reach the server. One undone before it ever left has nothing to send. */
export const isPending = ({ event, attempted, acknowledged, refused }: Declaration): boolean =>
	refused === null && event.revision > acknowledged && !(event.retracted && !attempted);

/** standingOf puts a declaration in one word; `held` says that nothing can leave at the moment. */
export const standingOf = (declaration: Declaration, held: boolean): Standing => {
	if (declaration.refused !== null) return declaration.acknowledged >= 0 ? 'change-refused' : 'refused';
	if (declaration.event.retracted) return 'withdrawn';
	if (declaration.acknowledged >= 0) return 'received';
	return held ? 'kept' : 'sending';
};
