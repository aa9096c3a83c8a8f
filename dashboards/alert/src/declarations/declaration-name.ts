import type { Event } from '@vigie/schemas/events';
import { benefits } from '@vigie/schemas/taxonomy/lists/benefits';
import { failureKinds } from '@vigie/schemas/taxonomy/lists/failure-kinds';
import { referralFamilies } from '@vigie/schemas/taxonomy/lists/referral-families';
import { situations } from '@vigie/schemas/taxonomy/lists/situations';
import { labelIn } from '../choices/option.js';
import { platformOf } from '../choices/platform-names.js';
import { shared } from '../texts/shared-texts.js';

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const withKind = (about: string, kind: string | undefined): string =>
	kind === undefined ? about : shared.nameAndWhat(about, lower(labelIn(failureKinds, kind)));

/** nameOf says in one line what a declaration is about: "caf.fr : numéro provisoire refusé". */
export const nameOf = (event: Event): string => {
	switch (event.kind) {
		case 'dysfunction.alerted':
			return withKind(platformOf(event.platform).short, event.failureKind);
		case 'procedure.failed':
			return withKind(
				event.platform === 'AUTRE' ? labelIn(benefits, event.benefit) : platformOf(event.platform).short,
				event.failureKind,
			);
		case 'nontakeup.signalled':
			return shared.nameAndWhat(
				labelIn(benefits, event.benefit),
				lower(labelIn(situations, event.situation)),
			);
		case 'repair.confirmed':
			return withKind(platformOf(event.platform).short, event.failureKind);
		case 'referral.made':
			return shared.towards(labelIn(referralFamilies, event.to));
		default: {
			const never: never = event;
			return never;
		}
	}
};
