/** Who was exported where and when, for criteria and for SQL that people read. */
export const exported = `
-- A row for each customer in each file that is written and was not taken back. exported_at: to the minute, as
-- everything is counted.
CREATE VIEW v_exports AS
  SELECT m.customer_id, e.id AS export_id, e.format,
    datetime(e.finished_at - e.finished_at % 60, 'unixepoch') AS exported_at
  FROM exports AS e JOIN export_members AS m ON m.export = e.number
  WHERE e.state = 'done' AND e.removes IS NULL
    AND NOT EXISTS (SELECT 1 FROM exports AS r WHERE r.removes = e.id AND r.state = 'done');
`
