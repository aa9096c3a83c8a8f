/** projectRoot is the folder of the checkout. */
export const projectRoot: string;
/** worldOf reads which world a command line is about. */
export const worldOf: (args: readonly string[], env: NodeJS.ProcessEnv) => 'demo' | 'real';
/** dataFolderOf gives the folder of a world: VIGIE_DATA, else `.vigie/<world>`, which git ignores. */
export const dataFolderOf: (world: 'demo' | 'real', env: NodeJS.ProcessEnv) => string;
