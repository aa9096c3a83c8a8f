import { alternatives } from './lists/alternatives.js';
import { answerReasons } from './lists/answer-reasons.js';
import { answerStatuses } from './lists/answer-statuses.js';
import { bands } from './lists/bands.js';
import { benefits } from './lists/benefits.js';
import { bodies } from './lists/bodies.js';
import { consequences } from './lists/consequences.js';
import { departements } from './lists/departements.js';
import { discoveries } from './lists/discoveries.js';
import { durations } from './lists/durations.js';
import { encounterChannels } from './lists/encounter-channels.js';
import { factors } from './lists/factors.js';
import { failureGroups } from './lists/failure-groups.js';
import { failureKinds } from './lists/failure-kinds.js';
import { filingChannels } from './lists/filing-channels.js';
import { hopBuckets } from './lists/hop-buckets.js';
import { levels } from './lists/levels.js';
import { nonTakeUpAxes } from './lists/non-take-up-axes.js';
import { nonTakeUpReasons } from './lists/non-take-up-reasons.js';
import { nonTakeUpTypes } from './lists/non-take-up-types.js';
import { outcomes } from './lists/outcomes.js';
import { personsConcerned } from './lists/persons-concerned.js';
import { platforms } from './lists/platforms.js';
import { procedureChannels } from './lists/procedure-channels.js';
import { publishedRates } from './lists/published-rates.js';
import { referralFamilies } from './lists/referral-families.js';
import { referralNeeds } from './lists/referral-needs.js';
import { referralOutcomes } from './lists/referral-outcomes.js';
import { referralReasons } from './lists/referral-reasons.js';
import { referralResponses } from './lists/referral-responses.js';
import { regions } from './lists/regions.js';
import { roleFamilies } from './lists/role-families.js';
import { roles } from './lists/roles.js';
import { severities } from './lists/severities.js';
import { situations } from './lists/situations.js';
import { steps } from './lists/steps.js';
import { structureFamilies } from './lists/structure-families.js';
import { structureTypes } from './lists/structure-types.js';
import { timesSpent } from './lists/times-spent.js';

/** lists holds every list of the taxonomy under its name, in the order of the published document. Servers import it whole; pages import the lists they need. */
export const lists = {
	benefits,
	platforms,
	bodies,
	steps,
	failureKinds,
	failureGroups,
	factors,
	outcomes,
	consequences,
	severities,
	alternatives,
	personsConcerned,
	timesSpent,
	procedureChannels,
	encounterChannels,
	filingChannels,
	roles,
	roleFamilies,
	structureTypes,
	structureFamilies,
	nonTakeUpTypes,
	nonTakeUpReasons,
	situations,
	durations,
	discoveries,
	nonTakeUpAxes,
	referralFamilies,
	referralNeeds,
	referralResponses,
	referralReasons,
	referralOutcomes,
	hopBuckets,
	answerReasons,
	answerStatuses,
	bands,
	levels,
	publishedRates,
	departements,
	regions,
} as const;
