import type { ServiceRole } from '@vigie/clickhouse/roles';
import { controlRole } from '@vigie/clickhouse/roles';
import { FrontError } from './errors.js';
import type { Classification, NativeAddon, NativeConnection } from './native.js';
import { Session } from './session.js';
import { quoted } from './settings.js';

/**
 * Engine is the ClickHouse engine of this process on one data folder. It lends sessions that are used once: a role,
 * settings or parameters can then never reach another caller. Opening one costs about 0.2 ms.
 */
export class Engine {
	readonly version: string;
	readonly timezone: string;
	readonly #addon: NativeAddon;
	readonly #connect: () => NativeConnection;
	readonly #control: NativeConnection;
	// One statement at a time on the control session: the native session cannot take two.
	#turn: Promise<unknown> = Promise.resolve();

	private constructor(
		addon: NativeAddon,
		connect: () => NativeConnection,
		control: NativeConnection,
		facts: { version: string; timezone: string },
	) {
		this.#addon = addon;
		this.#connect = connect;
		this.#control = control;
		this.version = facts.version;
		this.timezone = facts.timezone;
	}

	/** open starts the engine on `folder`; fails with the engine's code 76 when another process holds the folder. */
	static async open(addon: NativeAddon, folder: string, configFile: string): Promise<Engine> {
		const connect = () => addon.CreateConnection(folder, [`--config-file=${configFile}`]);
		const control = connect();
		const answer = await addon.QueryAsyncConnection(
			control,
			'SELECT version(), serverTimezone()',
			'TabSeparated',
		);
		const [version = '', timezone = ''] = Buffer.from(answer.bytes).toString().trim().split('\t');
		await addon.QueryAsyncConnection(control, `SET ROLE ${controlRole}`, 'Null');
		return new Engine(addon, connect, control, { version, timezone });
	}

	/** session opens a session that holds `role` and nothing else. */
	async session(role: ServiceRole): Promise<Session> {
		const session = new Session(this.#addon, this.#connect(), (tag) => this.#kill(tag));
		try {
			await session.run(`SET ROLE ${role}`);
			return session;
		} catch (error) {
			await session.close();
			throw error;
		}
	}

	/** classify asks the engine's own parser what a text is, without running it (0.1 ms). */
	classify(sql: string): Promise<Classification> {
		return this.#inTurn(() => this.#addon.DurableClassifyAsync(this.#control, sql, 'private'));
	}

	/** syntaxErrorOf gives the engine's own words on a text that does not parse. */
	async syntaxErrorOf(sql: string): Promise<unknown> {
		const session = new Session(this.#addon, this.#connect(), (tag) => this.#kill(tag));
		try {
			// Should the text parse after all, this session may do nothing.
			await session.run('SET ROLE NONE');
			await session.run('SET readonly = 1');
			await session.run(sql);
			return new FrontError('SYNTAX_ERROR', 'The statement was not understood.');
		} catch (error) {
			return error;
		} finally {
			await session.close();
		}
	}

	/** close releases the engine; every session must have been closed before. */
	async close(): Promise<void> {
		await this.#turn;
		this.#addon.CloseConnection(this.#control);
	}

	async #kill(tag: string): Promise<void> {
		const statement = `KILL QUERY WHERE Settings['log_comment'] = ${quoted(tag)} ASYNC`;
		await this.#inTurn(() => this.#addon.QueryAsyncConnection(this.#control, statement, 'Null'));
	}

	#inTurn<T>(work: () => Promise<T>): Promise<T> {
		const mine = this.#turn.then(work);
		this.#turn = mine.catch(() => undefined);
		return mine;
	}
}
