import { sendingTexts as t } from './sending-texts.js';

const known = {
	address_refused: t.addressRefused,
	not_https: t.notHttps,
	timeout: t.timeout,
	smtp_unknown: t.smtpUnknown,
	smtp_550: t.noMailbox,
} as const;
const isKnown = (code: string): code is keyof typeof known => Object.hasOwn(known, code);

/** reasonWords says why a message did not arrive; what has no words is told by its code. */
export const reasonWords = (code: string): string => (isKnown(code) ? known[code] : code);
