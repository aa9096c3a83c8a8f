import {
	certificateShape,
	kafkaShape,
	keysShape,
	parseConfig,
	port,
	realClockStands,
	redisShape,
	sessionShape,
	worldShape,
} from '@vigie/kit/config';
import { pemFile } from '@vigie/kit/pem-file';
import { DELAYS, type Delays } from '@vigie/schemas/reports/deadlines';
import { z } from 'zod';

const workingDays = (fallback: number) => z.coerce.number().int().min(1).max(250).default(fallback);

/** leavesTlsAlone refuses what the mail library reads from an address: `?tls.rejectUnauthorized=false` would take any certificate. */
const leavesTlsAlone = (address: string): boolean =>
	address === '' ||
	![...new URL(address).searchParams.keys()].some((name) => /^(tls\.|ignoreTLS$)/.test(name));

const Config = z
	.object({
		...worldShape,
		...kafkaShape,
		...certificateShape,
		...redisShape,
		...keysShape,
		...sessionShape,
		VIGIE_REPORTER_PORT: port(8085),
		/** Address of the front door, which links in messages begin with. */
		VIGIE_PUBLIC_URL: z.url().default('http://127.0.0.1:8080'),
		/**
		 * smtps://user:password@host:port, or smtp://…?requireTLS=true: smtp:// alone speaks TLS only where the server offers it. Without an
		 * address nothing goes by e-mail, and the log says so once.
		 */
		VIGIE_SMTP_URL: z
			.union([z.literal(''), z.url({ protocol: /^smtps?$/ })])
			.default('')
			.refine(leavesTlsAlone, 'may not say how certificates are judged'),
		/** Who alone may vouch for that server: it is seldom one of the deployment's own. */
		VIGIE_SMTP_CA: pemFile('certificate'),
		VIGIE_MAIL_FROM: z.email().default('vigie@localhost.localdomain'),
		/** Receivers of webhooks on this machine, in clear: for a demonstration and for tests. */
		VIGIE_WEBHOOK_LOOPBACK: z.enum(['refuse', 'allow']).default('refuse'),
		/** In a demonstration, bodies answer by themselves until somebody takes the place of one; in a real world this says nothing. */
		VIGIE_DEMO_BODIES: z.enum(['answer', 'silent']).default('answer'),
		/** First wait before a sending is tried again; it doubles each time. */
		VIGIE_SENDING_WAIT_MS: z.coerce.number().int().min(10).default(30_000),
		/** Working days to acknowledge and to answer, by level. */
		VIGIE_DAYS_ACKNOWLEDGE_STRONG: workingDays(DELAYS.acknowledge.strong),
		VIGIE_DAYS_ACKNOWLEDGE_SIGNAL: workingDays(DELAYS.acknowledge.signal),
		VIGIE_DAYS_ANSWER_STRONG: workingDays(DELAYS.answer.strong),
		VIGIE_DAYS_ANSWER_SIGNAL: workingDays(DELAYS.answer.signal),
	})
	.refine(...realClockStands)
	.refine((config) => config.VIGIE_WORLD === 'demo' || config.VIGIE_WEBHOOK_LOOPBACK === 'refuse', {
		path: ['VIGIE_WEBHOOK_LOOPBACK'],
		message: 'may be allowed in a demo world only',
	});

/** Config is all the reporter reads from its environment. */
export type Config = Readonly<z.infer<typeof Config>>;

/** readConfig reads the environment once, or throws a ConfigError naming every bad variable. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => parseConfig(Config, env);

/** delaysOf gives the delays of this deployment. */
export const delaysOf = (config: Config): Delays => ({
	acknowledge: { strong: config.VIGIE_DAYS_ACKNOWLEDGE_STRONG, signal: config.VIGIE_DAYS_ACKNOWLEDGE_SIGNAL },
	answer: { strong: config.VIGIE_DAYS_ANSWER_STRONG, signal: config.VIGIE_DAYS_ANSWER_SIGNAL },
});
