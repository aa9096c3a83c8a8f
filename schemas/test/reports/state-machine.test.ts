import fc from 'fast-check';
import { expect, it } from 'vitest';
import { commandNames, commandStates, type ReportCommand } from '../../src/reports/command.js';
import { commandsOf, judgeCommand } from '../../src/reports/judge-command.js';
import { applyEvent, type Report, ReportOutOfOrder } from '../../src/reports/report.js';
import { ReportEvent, type ReportFact } from '../../src/reports/report-event.js';
import { isOpen, reportStateNames, transitionTo } from '../../src/reports/states.js';
import { after, eventOf, factTo, NOW } from './reports.js';

const facts: readonly ReportFact[] = Object.values(factTo);

const bodyOf = (name: ReportCommand['command'], expectedVersion: number): ReportCommand => {
	const answer = { reason: 'AUTRE', text: 'Dit autrement.' };
	switch (name) {
		case 'acknowledge':
			return { command: name, expectedVersion };
		case 'reassign':
			return { command: name, expectedVersion, reason: 'HORS_PERIMETRE', target: 'CNAM' };
		case 'say-not-reproduced':
		case 'contest':
			return { command: name, expectedVersion, ...answer };
		case 'publish-workaround':
			return { command: name, expectedVersion, text: 'Par le téléphone.', validUntil: '2026-12-31' };
		case 'commit':
			return { command: name, expectedVersion, ...answer, date: '2026-12-04' };
		case 'say-mended':
			return { command: name, expectedVersion, ...answer, effectiveFrom: '2026-11-12T10:00:00Z' };
		case 'reply':
			return { command: name, expectedVersion, text: 'Nous répondons.' };
	}
};

/** step applies a fact if the machine lets it happen. */
const step = (report: Report, fact: ReportFact): Report => {
	try {
		return applyEvent(report, eventOf(report, fact));
	} catch (error) {
		if (error instanceof ReportOutOfOrder) return report;
		throw error;
	}
};

const lives = fc.array(fc.constantFrom(...facts), { maxLength: 40 });

it('whatever is tried in whatever order, a report only goes where the data say that it may', () => {
	fc.assert(
		fc.property(lives, (tried) => {
			let report = after();
			for (const fact of tried) {
				const next = step(report, fact);
				if (next.state !== report.state)
					expect(transitionTo(next.state)?.from, `${report.state} to ${next.state}`).toContain(report.state);
				if (next !== report) expect(next.version).toBe(report.version + 1);
				report = next;
			}
		}),
	);
});

it('a life read again from its events, through JSON, makes the same report to the byte', () => {
	fc.assert(
		fc.property(lives, (tried) => {
			const report = tried.reduce(step, after());
			const log = report.life.map((life) =>
				JSON.stringify({ contract: '1-0-0', report: report.id, ...life } satisfies ReportEvent),
			);

			let again: Report | null = null;
			for (const line of log) again = applyEvent(again, ReportEvent.parse(JSON.parse(line)));

			expect(JSON.stringify(again)).toBe(JSON.stringify(report));
		}),
	);
});

it('what is offered is taken, and what is not offered is refused and changes nothing', () => {
	fc.assert(
		fc.property(
			lives,
			fc.constantFrom(...commandNames),
			fc.constantFrom('body', 'administrator'),
			(tried, name, caller) => {
				const report = tried.reduce(step, after());
				const judged = judgeCommand(report, bodyOf(name, report.version), caller, NOW);

				const offered = commandsOf(report, caller).includes(name);
				// A target may still be refused: the second reassignment goes back to the first body only.
				const target = !judged.ok && judged.errors?.every(({ path }) => path === 'target');
				expect(judged.ok || (offered && target === true)).toBe(offered);
				if (!judged.ok) return;
				let next = report;
				for (const fact of judged.facts) next = applyEvent(next, eventOf(next, fact));
				expect(next.state).toBe(commandStates[name] ?? report.state);
			},
		),
	);
});

it('no state is a trap but the closed ones', () => {
	for (const state of reportStateNames.filter(isOpen))
		expect(reportStateNames.some((to) => transitionTo(to)?.from.includes(state))).toBe(true);
});
