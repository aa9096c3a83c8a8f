import { Resource } from '@vigie/dashboard-ui/resource.svelte.js';
import { readMe } from '@vigie/dashboard-ui/session';
import type { Me } from '@vigie/schemas/accounts/session';
import type { ReportDetail, ReportList } from '@vigie/schemas/reports/http';
import { readInbox, readReport } from './read-reports.js';
import { mayRead } from './session.js';

const AGAIN_AFTER_MS = 60_000;

/** Desk is what an institution has before it: its inbox, and the report it reads. */
export interface Desk {
	/** Who signed in, and what an administrator granted. */
	readonly me: Resource<Me>;
	readonly inbox: Resource<ReportList>;
	readonly report: Resource<ReportDetail>;
	/** open reads a report, or puts it away. */
	readonly open: (id: string | null) => void;
	/** keep takes a report as an answer gave it, and reads the inbox again. */
	readonly keep: (detail: ReportDetail) => void;
	readonly retry: () => void;
	readonly stop: () => void;
}

/** Refusal is why nothing can be shown: nobody signed in, nobody can, or an account without a role here. */
export type Refusal = 'signed-out' | 'no-provider' | 'no-role';

/** refusalOf tells it, from who signed in and from what the inbox answered. */
export const refusalOf = ({ me, inbox }: Desk): Refusal | null => {
	const known = me.value;
	if (known !== null && known.account === null) return known.canSignIn ? 'signed-out' : 'no-provider';
	if (known !== null && !mayRead(known)) return 'no-role';
	if (inbox.failure?.status === 401) return 'signed-out';
	return inbox.failure?.status === 403 ? 'no-role' : null;
};

/** openDesk reads the inbox now and every minute while the page is shown. */
export const openDesk = (): Desk => {
	const me = new Resource<Me>();
	const [inbox, report] = [new Resource<ReportList>(), new Resource<ReportDetail>()];
	let opened: string | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;

	const readOpened = (): Promise<void> => {
		const id = opened;
		return id === null ? Promise.resolve() : report.load(() => readReport(id));
	};
	const look = async (): Promise<void> => {
		clearTimeout(timer);
		if (!document.hidden) {
			await me.load(readMe);
			if (me.value !== null && !mayRead(me.value)) inbox.forget();
			else await inbox.load(readInbox);
			const known = inbox.value?.reports.find(({ id }) => id === opened)?.version;
			if (known !== undefined && report.value !== null && known > report.value.version) await readOpened();
		}
		timer = setTimeout(look, AGAIN_AFTER_MS);
	};
	void look();
	return {
		me,
		inbox,
		report,
		open: (id) => {
			if (id === opened) return;
			opened = id;
			report.forget();
			// The first reading is an event of the report's life: the inbox shows it too.
			void readOpened().then(() => inbox.load(readInbox));
		},
		keep: (detail) => {
			if (detail.id !== opened) return;
			report.value = detail;
			report.readAt = new Date();
			void inbox.load(readInbox);
		},
		retry: () => {
			void look();
			void readOpened();
		},
		stop: () => clearTimeout(timer),
	};
};
