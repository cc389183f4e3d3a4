-- A resumed clock tells the citizen a new date, so an appointment made before it holds no more.
-- Programs before 0.2.0 kept it.

WITH told AS (
    SELECT agency_id, subject,
           max(CASE WHEN act = 'reappoint' THEN seq END) AS appointed,
           max(CASE WHEN act = 'resume' THEN seq END) AS resumed
    FROM journal WHERE act IN ('reappoint', 'resume') GROUP BY agency_id, subject
)
UPDATE dossier SET appointment = NULL FROM told
WHERE told.agency_id = dossier.agency_id AND told.subject = dossier.code
  AND told.resumed > told.appointed;
