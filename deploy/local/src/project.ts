import { fileURLToPath } from 'node:url';

/** projectRoot is the folder of the checkout; this file is at deploy/local/src, or deploy/local/dist once built. */
export const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));
