import { z } from 'zod';

// The pages' security policy forbids eval; zod probes for it unless told not to, and each probe would be logged as a violation.
z.config({ jitless: true });
