import { anonymous } from '@vigie/schemas/accounts/subject';
import type { Identify } from './access.js';

/** identifyNobody is for a stack without accounts: whoever asks is nobody, and may do nothing. */
export const identifyNobody: Identify = async () => anonymous;
