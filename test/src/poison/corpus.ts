import { poisonedAdmissions } from './admissions.js';
import { poisonedBytes } from './bytes.js';
import { poisonedFields } from './fields.js';
import { poisonedHeaders } from './headers.js';
import type { Poison } from './poison.js';

/** corpus is every poison known: each mistake was made by somebody, somewhere. Made once a run, for events must be of today. */
export const corpus: readonly Poison[] = [
	...poisonedBytes,
	...poisonedFields,
	...poisonedAdmissions,
	...poisonedHeaders,
];
