import { join } from 'node:path';
import { takeLock } from '../bootstrap/lock.mjs';
import type { Steps } from '../bootstrap/steps.mjs';
import { letPeopleIn } from './demo-people.js';
import { ensureLongLivedKeys } from './deploy/long-lived-keys.js';
import { startDeploy } from './deploy/start-deploy.js';
import { startEngines } from './engines/start-engines.js';
import { type Loaded, startHistory } from './history.js';
import { requireFreePorts } from './ports.js';
import { createSupervisor, type Death, type Supervised } from './processes/supervisor.js';
import { addressOf, environmentOf, hasOwnIdentity, servicesOf, startService } from './services.js';
import { portsToOpen, type StackConfig } from './stack-config.js';

const HISTORY_RANK = 4;

/** Stack is Vigie whole, running on this machine. */
export interface Stack {
	/** Where the pages are. */
	readonly url: string;
	readonly apiUrl: string;
	/** The key directory: administration token, device keys, engine passwords. */
	readonly keys: string;
	/** What every process was given; a process started by hand with it belongs to the stack. */
	readonly env: NodeJS.ProcessEnv;
	/** Resolves with the first process that ends without being asked to; the stack itself does nothing about it. */
	readonly death: Promise<Death>;
	/** Loads what is missing of the demonstration's history; resolves when all of it is there, rejects when it was stopped. */
	loadHistory(onProgress: (loaded: Loaded) => void): Promise<void>;
	/** Kills an engine or a service at once, by name, as a crash would. */
	kill(name: string): Promise<void>;
	/** Starts a service again that was killed. */
	restart(name: string): Promise<void>;
	/** Stops services, then engines, in order; false when one of them had to be killed or failed. */
	stop(): Promise<boolean>;
}

/**
 * startStack starts engines, deploys, and starts the services, gateway last. Throws a sentence, leaving nothing behind, when
 * another one runs on this data, when a port is taken, or when a process does not get ready.
 */
export const startStack = async (config: StackConfig, steps: Steps): Promise<Stack> => {
	const lock = takeLock(config.dataDir);
	if (lock.leftovers.length > 0)
		steps.note(`  ! the last run ended abruptly: ${lock.leftovers.join(', ')} ended now`);
	const supervisor = createSupervisor();
	const remember = ({ name, pid }: { name: string; pid: number }): void => lock.add(name, pid);
	const watch = (rank: number, child: Supervised): void => {
		supervisor.add(rank, child);
		remember(child);
	};
	const stop = async (): Promise<boolean> => {
		const clean = await supervisor.stopAll(steps);
		lock.release();
		return clean;
	};

	try {
		await requireFreePorts(portsToOpen(config));
		const keys = join(config.dataDir, 'keys');
		const passwords = await ensureLongLivedKeys({ ...config, VIGIE_KEYS: keys });
		const engines = await startEngines({ config, supervisor, steps, remember });
		const env = environmentOf(config, engines);
		await steps.step('deploy', (progress) => startDeploy(config, env, passwords, progress));
		const startNamed = async (name: string): Promise<void> => {
			const service = servicesOf(config).find((entry) => entry.name === name);
			if (!service) throw new Error(`there is no service ${name}`);
			watch(service.rank, await startService(service, config, env, passwords));
		};
		for (const rank of [...new Set(servicesOf(config).map((service) => service.rank))]) {
			const group = servicesOf(config).filter((service) => service.rank === rank);
			const started = await Promise.allSettled(
				group.map(({ name, portVariable }) =>
					steps.step(name, async (progress) => {
						await startNamed(name);
						progress(addressOf(config, portVariable));
					}),
				),
			);
			for (const result of started) if (result.status === 'rejected') throw result.reason;
		}
		if (hasOwnIdentity(config))
			await letPeopleIn(addressOf(config, 'VIGIE_API_PORT'), keys, addressOf(config, 'VIGIE_OIDC_PORT'));
		return {
			url: addressOf(config, 'VIGIE_PORT'),
			apiUrl: addressOf(config, 'VIGIE_API_PORT'),
			keys,
			env,
			death: supervisor.death,
			loadHistory: async (onProgress) => {
				const child = await startHistory(env, config.dataDir, onProgress);
				supervisor.add(HISTORY_RANK, child, true);
				remember(child);
				const { code } = await child.ended;
				if (code !== 0) throw new Error('the history is not whole; the next start goes on from where it is');
			},
			kill: async (name) => void (await supervisor.find(name)?.kill()),
			restart: startNamed,
			stop,
		};
	} catch (err) {
		await stop();
		throw err;
	}
};
