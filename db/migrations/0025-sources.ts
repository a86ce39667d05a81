/**
 * Where data comes from and when it came, so that what is overdue is seen. Imports of before did not say under which
 * name the ids of their files are known: where there is one name alone it is that.
 */
export const sources = `
CREATE TABLE sources(
  id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK(kind IN ('file', 'write_key', 'webhook', 'demo')), name TEXT NOT NULL,
  source TEXT NOT NULL, first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, brought TEXT NOT NULL) STRICT;
CREATE TABLE source_arrivals(
  source_id TEXT NOT NULL, began_at INTEGER NOT NULL, PRIMARY KEY(source_id, began_at)) STRICT, WITHOUT ROWID;

CREATE TEMP TABLE imported_before AS
  SELECT CASE i.format WHEN 'demo' THEN 'demo' ELSE 'file:' || i.format || ':' || n.source END AS id,
    CASE i.format WHEN 'demo' THEN 'demo' ELSE 'file' END AS kind, i.format AS name, n.source, i.finished_at AS at, i.report
  FROM imports i JOIN (
    SELECT CASE count(DISTINCT source) WHEN 1 THEN min(source) ELSE 'default' END AS source FROM identities) n
  WHERE i.state = 'done' AND i.finished_at IS NOT NULL;
INSERT INTO sources
  SELECT b.id, b.kind, b.name, b.source, min(b.at), max(b.at), (
    SELECT coalesce(json_group_object(s.what, json_object('rows', s.rows, 'at', s.at)), '{}') FROM (
      SELECT t.value ->> 'table' AS what, sum((t.value ->> 'added') + (t.value ->> 'updated')) AS rows, max(a.at) AS at
      FROM imported_before a JOIN json_each(a.report, '$.tables') t WHERE a.id = b.id GROUP BY 1) s)
  FROM imported_before b GROUP BY b.id;
INSERT OR IGNORE INTO source_arrivals SELECT id, at FROM imported_before;
INSERT INTO sources
  SELECT 'write_key:' || id, 'write_key', name, source, used_at, used_at, '{}' FROM write_keys WHERE used_at IS NOT NULL;
INSERT INTO source_arrivals SELECT 'write_key:' || id, used_at FROM write_keys WHERE used_at IS NOT NULL;
DROP TABLE temp.imported_before;
`
