import { bodies } from '@vigie/schemas/taxonomy/lists/bodies';
import { failureKinds } from '@vigie/schemas/taxonomy/lists/failure-kinds';
import { platforms } from '@vigie/schemas/taxonomy/lists/platforms';

/** platformsOf lists the platforms that a body owns, most used first. */
export const platformsOf = (body: string): readonly string[] =>
	platforms.filter((platform) => platform.owner === body).map((platform) => platform.code);

/** kindsOf lists the failure kinds of a group. */
export const kindsOf = (group: string): readonly string[] =>
	failureKinds.filter((kind) => kind.group === group).map((kind) => kind.code);

/** owners lists the bodies that own at least one platform, in the order of the taxonomy. */
export const owners = bodies.filter((body) => platforms.some((platform) => platform.owner === body.code));
