import { DEMONSTRATION, htmlOf, type Mail } from './mail.js';
import { bodyName } from './words.js';

const SUBJECT = 'Essai d’envoi de Vigie';

/** testMail writes the mail of a test: it says that it is one, and for which body. */
export const testMail = (body: string, world: 'demo' | 'real'): Mail => {
	const lines = [
		...(world === 'demo' ? [DEMONSTRATION] : []),
		'Ceci est un essai : aucun signalement n’est en cause.',
		`Cette adresse recevra les signalements de : ${bodyName(body)}.`,
	];
	return { subject: SUBJECT, text: lines.join('\n\n'), html: htmlOf(SUBJECT, lines) };
};

/** testWebhookBody writes what a webhook receives of a test, in the shape of every other message to it. */
export const testWebhookBody = (world: 'demo' | 'real', now: Date): string =>
	JSON.stringify({ type: 'test', timestamp: now.toISOString(), data: { world } });
