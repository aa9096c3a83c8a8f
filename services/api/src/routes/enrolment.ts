import { randomUUID } from 'node:crypto';
import type { RegistryView } from '@vigie/kit/registry-view';
import { slotOf } from '@vigie/schemas/calendar';
import type { Clock } from '@vigie/schemas/clock';
import type { DeviceClaims } from '@vigie/schemas/device-claims';
import { type Device, Enrolment, type EnrolmentOffer, EnrolmentQuestion } from '@vigie/schemas/http';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { DeviceSigner } from '../devices/device-signer.js';
import { judgeLink, type OpenedLink } from '../registry/judge-link.js';
import { requireCode } from '../taxonomy-codes.js';

export interface EnrolmentOptions {
	readonly registry: Pick<RegistryView, 'find'>;
	readonly clock: Clock;
	readonly sign: DeviceSigner;
}

const claimsOf = (
	{ link, structure }: OpenedLink,
	{ roleFamily, departement, charter }: z.infer<typeof Enrolment>,
	now: Date,
): DeviceClaims => ({
	sub: randomUUID(),
	structure: structure.id,
	organisation: structure.organisation,
	roleFamily,
	structureFamily: structure.family,
	departement,
	body: structure.body,
	epoch: structure.epoch,
	link: link.id,
	charter,
	// The quarter of an hour: the second would tell devices of one room apart.
	iat: Date.parse(slotOf(now)) / 1000,
});

/** enrolmentRoute tells what a link opens, and makes a device of a browser whose user accepts the charter. A link serves many devices. */
export const enrolmentRoute = async (
	server: FastifyInstance,
	{ registry, clock, sign }: EnrolmentOptions,
): Promise<void> => {
	server.post('/v1/enrolment', { config: { action: 'enrolment:use' } }, async (request, reply) => {
		const { link } = EnrolmentQuestion.parse(request.body);
		const { structure } = judgeLink(registry, link, clock.now());
		const offer: z.infer<typeof EnrolmentOffer> = {
			structure: structure.label,
			departement: structure.departement,
			structureFamily: structure.family,
		};
		return reply.header('cache-control', 'no-store').send(offer);
	});

	server.post('/v1/devices', { config: { action: 'enrolment:use' } }, async (request, reply) => {
		const enrolment = Enrolment.parse(request.body);
		requireCode('roleFamilies', enrolment.roleFamily, 'roleFamily');
		requireCode('departements', enrolment.departement, 'departement');
		const opened = judgeLink(registry, enrolment.link, clock.now());
		const device: z.infer<typeof Device> = {
			token: await sign(claimsOf(opened, enrolment, clock.now())),
			structure: opened.structure.label,
			roleFamily: enrolment.roleFamily,
			departement: enrolment.departement,
		};
		return reply.code(201).header('cache-control', 'no-store').send(device);
	});
};
