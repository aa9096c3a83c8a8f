import type { Admission } from '@vigie/schemas/admitted-event';
import { createJudgeCodes, taxonomyReader } from '@vigie/schemas/judge-codes';
import type { FieldError } from '@vigie/schemas/problem';
import { codesOf } from '@vigie/schemas/taxonomy';
import type { Admitted } from './read-message.js';

const none: readonly FieldError[] = [];

// What a DateTime of the store holds, in seconds; it would wrap the rest in silence.
const LAST_MS = 0xffff_ffff * 1000;
const LARGEST_TOKEN = String(0xffff_ffff_ffff_ffffn);
const REMEMBERED = 50_000;

const instants = new Map<string, boolean>();

/** isInstant tells whether an instant exists (the 30th of February does not) and fits; few are met, again and again. */
const isInstant = (text: string): boolean => {
	const known = instants.get(text);
	if (known !== undefined) return known;
	const ms = Date.parse(text);
	const is = ms >= 0 && ms <= LAST_MS && `${new Date(ms).toISOString().slice(0, 19)}Z` === text;
	if (instants.size >= REMEMBERED) instants.clear();
	instants.set(text, is);
	return is;
};

/** Of as many digits, the smaller number is the smaller text; fewer digits always fit. */
const fits = (token: string): boolean => token.length < LARGEST_TOKEN.length || token <= LARGEST_TOKEN;

/** judgeRanges names the hours that do not exist and the numbers that a column cannot hold; empty when nothing is wrong. */
export const judgeRanges = ({ event, admission }: Admitted): readonly FieldError[] => {
	const { receivedSlot, reporterToken, structureToken, organisationToken } = admission;
	const good =
		isInstant(event.observedAt) &&
		isInstant(receivedSlot) &&
		fits(reporterToken) &&
		fits(structureToken) &&
		fits(organisationToken);
	if (good) return none;
	return [
		...(isInstant(event.observedAt) ? [] : [{ path: 'event.observedAt', code: 'invalid_date' }]),
		...(isInstant(receivedSlot) ? [] : [{ path: 'admission.receivedSlot', code: 'invalid_date' }]),
		...Object.entries({ reporterToken, structureToken, organisationToken })
			.filter(([, token]) => !fits(token))
			.map(([name]) => ({ path: `admission.${name}`, code: 'too_big' })),
	];
};

const known = {
	channel: new Set<string>(codesOf('filingChannels')),
	roleFamily: new Set<string>(codesOf('roleFamilies')),
	structureFamily: new Set<string>(codesOf('structureFamilies')),
	territory: new Set<string>([...codesOf('departements'), ...codesOf('regions').map((code) => `R${code}`)]),
} as const satisfies Partial<Record<keyof Admission, ReadonlySet<string>>>;

// Pairs of codes that cannot meet are refused at the door; an event that passed under older rules was accepted, and is stored.
const judgeEvent = createJudgeCodes({ ...taxonomyReader(), isPossible: () => true });

/**
 * judgeCodes names the codes that are in no list: a closing stops at them, and a week with it. `unknown_taxonomy_version` is the one
 * that an upgrade mends.
 */
export const judgeCodes = ({ event, admission }: Admitted): readonly FieldError[] => {
	const ofEvent = judgeEvent(event);
	const good =
		ofEvent.length === 0 &&
		known.channel.has(admission.channel) &&
		known.roleFamily.has(admission.roleFamily) &&
		known.structureFamily.has(admission.structureFamily) &&
		known.territory.has(admission.territory);
	if (good) return none;
	return [
		...ofEvent.map(({ path, code }) => ({ path: `event.${path}`, code })),
		...Object.entries(known)
			// The names of `known` are those of an admission: the compiler checks it above, Object.entries widens them.
			.filter(([name, codes]) => !codes.has(admission[name as keyof typeof known]))
			.map(([name]) => ({ path: `admission.${name}`, code: 'unknown_code' })),
	];
};
