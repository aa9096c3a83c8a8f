/** retention says how long each thing is kept: the one list that the jobs, the topics' settings and the page on data protection follow. */
export const retention = {
	/** Raw messages in Kafka. */
	rawDays: 16,
	/** Sealed words about an alert. */
	commentDays: 30,
	/** Platforms that the field proposed, and what was decided of them: afterwards it is taken out of the registry too. */
	proposalDays: 366,
	/** The hour at which an event was observed, and the quarter of an hour at which it was received, become their day. */
	hourDays: 90,
	/** The day becomes its ISO week. */
	dayMonths: 13,
	/** Rows of events. */
	eventMonths: 25,
	/** Exact counts by quarter of an hour. */
	seriesSlotMonths: 13,
	/** Exact counts by week, answers about repairs too, what the weekly run made of them, and that it ran: the history of the detectors. */
	seriesWeekYears: 7,
	/** What the detector said, with what its model read. */
	detectedSignalMonths: 25,
	/** That a run of the detector for outages was done. */
	outageRunMonths: 13,
	/** Which messages of Kafka were stored, by ranges of positions. */
	ledgerMonths: 13,
	/** An account that nobody uses is closed. */
	accountMonths: 12,
	/** Who did what in the administration. */
	auditDays: 366,
} as const;
