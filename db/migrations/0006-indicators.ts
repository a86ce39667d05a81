/**
 * Indicators and their versions. `indicator_values` holds the values of the frozen ones, as of
 * `indicators.values_as_of`; a status has the value 1 for whoever it holds of, and no row for the others.
 */
export const indicators = `
CREATE TABLE indicators(
  id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL, description TEXT NOT NULL, kind TEXT NOT NULL,
  definition TEXT NOT NULL, policy TEXT NOT NULL, policy_reason TEXT NOT NULL, version INTEGER NOT NULL,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, deleted_at INTEGER, values_as_of INTEGER,
  values_from TEXT) STRICT;
CREATE UNIQUE INDEX indicators_name ON indicators(name_key) WHERE deleted_at IS NULL;
CREATE TABLE indicator_versions(
  indicator_id TEXT NOT NULL, version INTEGER NOT NULL, name TEXT NOT NULL, description TEXT NOT NULL,
  definition TEXT NOT NULL, policy TEXT NOT NULL, policy_reason TEXT NOT NULL, deleted INTEGER NOT NULL,
  actor TEXT NOT NULL, at INTEGER NOT NULL, proposal_id TEXT,
  PRIMARY KEY(indicator_id, version)) STRICT, WITHOUT ROWID;
CREATE TABLE indicator_values(
  indicator_id TEXT NOT NULL, customer_id INTEGER NOT NULL, value REAL NOT NULL,
  PRIMARY KEY(indicator_id, customer_id)) STRICT, WITHOUT ROWID;
INSERT INTO versions(source, version) VALUES ('indicators', 0);

-- Stored values of frozen indicators. A status: 1 for each customer of whom it holds.
CREATE VIEW v_indicators AS
  SELECT v.customer_id, v.indicator_id, i.name AS indicator, v.value,
    datetime(i.values_as_of, 'unixepoch') AS as_of
  FROM indicator_values AS v JOIN indicators AS i ON i.id = v.indicator_id;
`
