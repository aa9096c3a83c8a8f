import type { PrivateSignal } from '@vigie/schemas/signal';
import type { Producer } from 'kafkajs';

/** SignalLog is `signals.private`: whoever reads it sees each signal open, change and close. */
export interface SignalLog {
	/** send writes signals in order, acknowledged by every in-sync replica. */
	send(signals: readonly PrivateSignal[]): Promise<void>;
}

/** openSignalLog writes to the topic of that name. */
export const openSignalLog = (producer: Producer, topic: string): SignalLog => ({
	send: async (signals) => {
		if (signals.length === 0) return;
		await producer.send({
			topic,
			acks: -1,
			messages: signals.map((signal) => ({ key: signal.id, value: JSON.stringify(signal) })),
		});
	},
});
