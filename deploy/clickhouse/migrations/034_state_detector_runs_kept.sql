-- A weekly run that was forgotten would be done again: weeks are kept as long as their series, quarters of an hour as before.
ALTER TABLE state.detector_runs
	MODIFY TTL
		slot + INTERVAL 13 MONTH DELETE WHERE kind = 'outage',
		slot + INTERVAL 7 YEAR DELETE
