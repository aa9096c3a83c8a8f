-- As 030, for the steps that tell what the field makes of a repair: they are no state.
CREATE OR REPLACE VIEW state.reports AS
SELECT
	lives.report AS id,
	max(lives.version) AS version,
	argMaxIf(lives.type, lives.version, isState) AS state,
	maxIf(lives.at, isState) AS stateSince,
	anyIf(lives.platform, lives.type = 'opened') AS platform,
	anyIf(lives.step, lives.type = 'opened') AS step,
	anyIf(lives.failureKind, lives.type = 'opened') AS failureKind,
	groupUniqArray(lives.territory) AS territories,
	assumeNotNull(argMax(lives.body, lives.version)) AS body,
	assumeNotNull(argMax(lives.level, lives.version)) AS level,
	assumeNotNull(any(lives.onset)) AS onset,
	minIf(lives.at, lives.type = 'opened') AS openedAt,
	argMax(lives.effectiveFrom, lives.version) AS effectiveFrom
FROM
(
	SELECT
		*,
		type NOT IN ('signal_attached', 'level_changed', 'delivery_recorded', 'repair_judged', 'right_of_reply') AS isState
	FROM state.report_events FINAL
) AS lives
GROUP BY lives.report
