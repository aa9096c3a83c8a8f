import type { Entry } from '../entry.js';
export interface PlatformEntry extends Entry {
	readonly hostnames: readonly { readonly name: string }[];
}
export const platforms = [
	{ code: 'AUTRE', fr: 'Autre', en: 'Other', since: '2026.1', owner: 'AUTRE', hostnames: [] },
] as const;
