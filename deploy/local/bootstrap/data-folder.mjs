import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** projectRoot is the folder of the checkout. */
export const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));

/** worldOf reads which world a command line is about. */
export const worldOf = (args, env) =>
	args.includes('--real') || env.VIGIE_WORLD === 'real' ? 'real' : 'demo';

/** dataFolderOf gives the folder of a world: VIGIE_DATA, else `.vigie/<world>`, which git ignores. */
export const dataFolderOf = (world, env) => {
	const folder = env.VIGIE_DATA || join('.vigie', world);
	return isAbsolute(folder) ? folder : join(projectRoot, folder);
};

/** dataNames are all that a stack writes into its data folder. */
export const dataNames = ['keys', 'kafka', 'clickhouse', 'redis', 'logs', 'lock.json'];
