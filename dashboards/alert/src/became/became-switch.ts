/** What became of declarations is read after they are shown: its code is no part of the first page. */
export const becameChunk = (): Promise<typeof import('./mount-became.js')> => import('./mount-became.js');
