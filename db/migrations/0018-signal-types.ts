/**
 * What signals are worth by their type, as the registry of the code has it (ensureSignalTypes keeps it so), and beside
 * each signal what it is worth when it comes, and after how many days half of that. Types that only the data knows are
 * worth 0.3 and half of it after 30 days.
 */
export const signalTypes = `
CREATE TABLE signal_types(
  name TEXT PRIMARY KEY, type TEXT NOT NULL, strength REAL NOT NULL, half_life REAL NOT NULL) STRICT, WITHOUT ROWID;

DROP VIEW v_signals;
-- Dated facts about a company, a person, or both. full_strength: as it came, else that of its type; it halves every
-- half_life days.
CREATE VIEW v_signals AS
  SELECT s.id, s.type, s.type_key, s.topic, s.topic_key, s.company_id, s.person_id,
    datetime(s.occurred_at, 'unixepoch') AS occurred_at, s.strength, s.source,
    coalesce(s.strength, t.strength, 0.3) AS full_strength, coalesce(t.half_life, 30.0) AS half_life
  FROM signals AS s LEFT JOIN signal_types AS t ON t.name = s.type_key;
`
