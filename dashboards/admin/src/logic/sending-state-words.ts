import type { SendingStates } from '@vigie/schemas/settings';
import { bodyTexts as t } from '../texts/body-texts.js';
import { dotted } from './dotted.js';

type State = SendingStates['bodies'][number];

/** isTrouble tells whether somebody must see to a body: nobody is told of its reports, or a message came back. */
export const isTrouble = ({ addressees, undelivered }: State): boolean => addressees === 0 || undelivered > 0;

/** stateWords says whether a body is told of its open reports. */
export const stateWords = ({ open, addressees, waiting, undelivered }: State): string =>
	dotted(
		t.openReports(open),
		addressees === 0 && t.nobodyTold,
		waiting > 0 && t.waitingMessages(waiting),
		undelivered > 0 && t.undelivered(undelivered),
	);
