import { z } from 'zod';

/** ReportId names a report for ever: public, and made of the signal that opened it, so that reading a signal again opens nothing twice. */
export const ReportId = z.string().regex(/^r-[0-9a-f]{24}$/);

/** EffectHour is from when a body says that it is mended: the hour, as declarations tell theirs. */
export const EffectHour = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:00:00Z$/);
