import { setTimeout as wait } from 'node:timers/promises';

const WITHIN_MS = 30_000;
const LOOK_AGAIN_MS = 20;

/** untilKeyKnown waits until intake has heard of a new API key: the api answers as soon as it has heard of it itself. */
export const untilKeyKnown = async (intakeUrl: string, key: string): Promise<void> => {
	const deadlineMs = performance.now() + WITHIN_MS;
	const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
	for (;;) {
		const { status } = await fetch(`${intakeUrl}/v1/events/batch`, { method: 'POST', headers, body: '{}' });
		if (status !== 401) return;
		if (performance.now() > deadlineMs) throw new Error('intake did not hear of a new key within 30 s');
		await wait(LOOK_AGAIN_MS);
	}
};
