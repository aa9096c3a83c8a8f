import type { Event } from '@vigie/schemas/events';
import { type Declaration, isPending, newDeclaration } from './declaration.js';
import type { DeclarationStore } from './declaration-store.js';
import { createPacing, type PacingPorts } from './pacing.js';
import type { SendOutcome } from './send-event.js';
import { OBSERVED_LIMIT_MS, REMEMBER_MS } from './time-rules.js';

/** OutboxPorts are the seams of the outbox: storage, network, time and chance. */
export interface OutboxPorts extends Omit<PacingPorts, 'resume'> {
	readonly store: DeclarationStore;
	readonly send: (event: Event) => Promise<SendOutcome>;
	/** Called after every change, with the new state. */
	readonly changed: (state: OutboxState) => void;
}

/** Hold says why nothing leaves at the moment. */
export type Hold =
	| { readonly reason: 'unreachable' | 'postponed' }
	| { readonly reason: 'credentials'; readonly code: string };

/** OutboxState is what the screens show. `keeps` is false once the browser refused to keep a declaration. */
export interface OutboxState {
	readonly declarations: readonly Declaration[];
	readonly hold: Hold | null;
	readonly delayed: ReadonlySet<string>;
	readonly keeps: boolean;
}

/** Outbox keeps what this device declared and sends each latest revision, one at a time, until it is answered. */
export interface Outbox {
	readonly state: () => OutboxState;
	readonly add: (event: Event) => void;
	/** Makes the next revision of a declaration with the given content; nothing once it is withdrawn. */
	readonly revise: (id: string, change: (event: Event) => Event) => void;
	readonly withdraw: (id: string) => void;
	/** Tries now whatever was waiting: back on line, page shown again, new token. */
	readonly wake: () => void;
	/** Reads the storage again: another window wrote to it. */
	readonly reload: () => void;
}

const byAge = (a: Declaration, b: Declaration): number => a.declaredAt - b.declaredAt;

/** createOutbox opens the outbox on what the storage holds, and starts sending. */
export const createOutbox = (ports: OutboxPorts): Outbox => {
	const held = new Map<string, Declaration>();
	const pacing = createPacing({ ...ports, resume: () => pump() });
	let hold: Hold | null = null;
	let keeps = true;
	let sending = false;
	let reloadWanted = false;

	const state = (): OutboxState => ({
		declarations: [...held.values()].sort(byAge),
		hold,
		delayed: pacing.delayed(),
		keeps,
	});
	const tell = (): void => ports.changed(state());

	const keep = (declaration: Declaration): void => {
		held.set(declaration.event.id, declaration);
		try {
			ports.store.save(declaration);
		} catch {
			keeps = false;
		}
	};

	const read = (): void => {
		held.clear();
		for (const declaration of ports.store.load()) {
			const { id } = declaration.event;
			if (ports.now() - declaration.declaredAt > REMEMBER_MS) ports.store.remove(id);
			else held.set(id, declaration);
		}
	};

	const next = (): Declaration | undefined => {
		if (hold?.reason === 'credentials') return undefined;
		return [...held.values()]
			.filter((declaration) => isPending(declaration) && pacing.isOpen(declaration.event.id))
			.sort(byAge)[0];
	};

	const answered = (id: string): void => {
		hold = null;
		pacing.answered();
		pacing.releaseOne(id);
	};

	const settle = (sent: Declaration, outcome: SendOutcome): void => {
		const { id, revision } = sent.event;
		const current = held.get(id) ?? sent;
		switch (outcome.kind) {
			case 'accepted':
				answered(id);
				keep({
					...current,
					acknowledged: Math.max(current.acknowledged, revision),
					acknowledgedAt: current.acknowledgedAt ?? ports.now(),
				});
				break;
			case 'refused':
				answered(id);
				// A newer revision, made meanwhile, is another body: it gets its own chance.
				if (current.event.revision === revision) keep({ ...current, refused: outcome.code });
				break;
			case 'failed':
				pacing.holdOne(id);
				break;
			case 'unauthorised':
				hold = { reason: 'credentials', code: outcome.code };
				break;
			case 'postponed':
				hold = { reason: 'postponed' };
				pacing.holdAll(outcome.waitMs);
				break;
			case 'unreachable':
				hold = { reason: 'unreachable' };
				pacing.holdAll(null);
				break;
			default:
				outcome satisfies never;
		}
	};

	const attempt = async (declaration: Declaration): Promise<void> => {
		if (ports.now() - declaration.declaredAt > OBSERVED_LIMIT_MS) {
			return keep({ ...declaration, refused: 'too_old' });
		}
		const leaving = { ...declaration, attempted: true };
		// Kept before it leaves: should the page die now, an undo must still be sent.
		keep(leaving);
		settle(leaving, await ports.send(leaving.event));
	};

	const reload = (): void => {
		reloadWanted = sending;
		// What the storage refused lives in memory only: reading again would lose it.
		if (sending || !keeps) return;
		read();
		tell();
		pump();
	};

	function pump(): void {
		const declaration = sending ? undefined : next();
		if (!declaration) return;
		sending = true;
		void attempt(declaration).finally(() => {
			sending = false;
			tell();
			if (reloadWanted) reload();
			pump();
		});
	}

	const revise = (id: string, change: (event: Event) => Event): void => {
		const current = held.get(id);
		if (!current || current.event.retracted) return;
		keep({
			...current,
			event: { ...change(current.event), revision: current.event.revision + 1 },
			refused: null,
		});
		tell();
		pump();
	};

	read();
	pump();

	return {
		state,
		add: (event) => {
			keep(newDeclaration(event, ports.now()));
			tell();
			pump();
		},
		revise,
		withdraw: (id) => revise(id, (event) => ({ ...event, retracted: true })),
		wake: () => {
			pacing.releaseAll();
			if (hold?.reason === 'credentials') hold = null;
			pump();
		},
		reload,
	};
};
