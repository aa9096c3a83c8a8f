import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '../bootstrap/data-folder.mjs';

const Service = z.object({
	image: z.string(),
	command: z.array(z.string()).optional(),
	environment: z.record(z.string(), z.coerce.string()).default({}),
	ports: z.array(z.string()).default([]),
	volumes: z.array(z.string()).default([]),
	profiles: z.array(z.string()).default([]),
	depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
	healthcheck: z.object({ test: z.array(z.string()) }).optional(),
});
export type ComposeService = z.infer<typeof Service>;

const read = (file: string): unknown => parse(readFileSync(join(projectRoot, file), 'utf8'), { merge: true });
const compose = z.object({ services: z.record(z.string(), Service) }).parse(read('docker-compose.yml'));

/** encryptedServices is what docker-compose.tls.yml changes of each service, by name. */
export const encryptedServices = z
	.object({ services: z.record(z.string(), Service.omit({ image: true })) })
	.parse(read('docker-compose.tls.yml')).services;

/** composeServices are the services of docker-compose.yml, by name. */
export const composeServices = compose.services;

/** composed gives one of them. */
export const composed = (name: string): ComposeService => {
	const service = compose.services[name];
	if (!service) throw new Error(`docker-compose.yml has no ${name}`);
	return service;
};

const defaults = (value: string): string =>
	value.replace(/\$\{\w+(?::-([^}]*)|:\?[^}]*)\}/g, (_all, given) => given ?? 'secret');

const asSet = (environment: Readonly<Record<string, string>>): Record<string, string> =>
	Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, defaults(value)]));

/** environmentIn gives the variables of a container as `docker compose up` alone would set them. */
export const environmentIn = (name: string): Record<string, string> => asSet(composed(name).environment);

/** encryptedIn gives those that docker-compose.tls.yml adds or sets otherwise. */
export const encryptedIn = (name: string): Record<string, string> =>
	asSet(encryptedServices[name]?.environment ?? {});
