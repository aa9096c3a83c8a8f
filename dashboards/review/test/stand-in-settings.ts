import { CSRF_HEADER } from '@vigie/schemas/accounts/session';
import type { BodySettings, DeliveryLog } from '@vigie/schemas/settings';
import type { Asked, Said } from '../../ui/test/support/page-server.js';

const LATER = '2090-01-01T00:00:00Z';
const REPORT = `r-${'0'.repeat(24)}`;
const PATH = '/v1/bodies/CNAF';
const NEW_KEY = { id: '2f', key: `vk_2f_${'A'.repeat(43)}`, expiresAt: LATER };

/** SECRET is what the stand-in answers to who rotates a secret. */
export const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

const deliveries: DeliveryLog = {
	waiting: [{ report: REPORT, channel: 'webhook', recipient: '6e', attempts: 3, reason: 'timeout' }],
	deliveries: [
		{
			report: REPORT,
			at: '2026-11-24T13:02:00Z',
			channel: 'email',
			recipient: '5d',
			outcome: 'refused',
			reason: 'smtp_550',
			attempts: 1,
		},
	],
};

/** standInSettings answers for where the reports of the CNAF go, keeps what it was told to do, and leaves the rest to another. */
export const standInSettings = (others: (asked: Asked) => Said | null) => {
	const told: string[] = [];
	const settings: BodySettings = {
		body: 'CNAF',
		recipients: [{ id: '5d', email: 'suivi@cnaf.example', active: true }],
		webhooks: [
			{ id: '6e', url: 'https://cnaf.example/vigie', generation: 1, previousUntil: null, active: true },
		],
		keys: [{ id: '1f', structure: 'cnaf-si', scopes: ['reports'], expiresAt: LATER, revoked: false }],
	};
	const [webhook] = settings.webhooks;
	const changed: Readonly<Record<string, object>> = {
		[`POST ${PATH}/recipients`]: { id: '7f', email: 'cellule@cnaf.example', active: true },
		[`DELETE ${PATH}/recipients/5d`]: { ...settings.recipients[0], active: false },
		[`POST ${PATH}/recipients/5d/test`]: { outcome: 'refused', reason: 'smtp_550' },
		[`POST ${PATH}/webhooks/6e/rotate`]: {
			webhook: { ...webhook, generation: 2, previousUntil: LATER },
			secret: SECRET,
		},
		[`POST ${PATH}/keys/1f/rotate`]: NEW_KEY,
	};
	const answer = (asked: Asked): Said | null => {
		const { method, path, body, headers } = asked;
		if (path === `${PATH}/settings`) return { status: 200, body: settings };
		if (path === `${PATH}/deliveries`) return { status: 200, body: deliveries };
		const change = changed[`${method} ${path}`];
		if (!change || headers[CSRF_HEADER] === undefined) return others(asked);
		told.push(`${method} ${path} ${body}`);
		return { status: 200, body: change };
	};
	return { answer, told };
};
