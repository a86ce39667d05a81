/**
 * Rules that hand records on to an owner or a webhook, once each, with what they were at each of their versions; and
 * the deliveries that come of them. `seen` holds whoever satisfied a rule before, so that nobody is handed on twice.
 */
export const routing = `
CREATE TABLE routing_rules(
  id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL,
  entity TEXT NOT NULL CHECK(entity IN ('company', 'person')), definition TEXT NOT NULL, version INTEGER NOT NULL,
  seen BLOB NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, deleted_at INTEGER) STRICT;
CREATE UNIQUE INDEX routing_rules_name ON routing_rules(name_key) WHERE deleted_at IS NULL;
CREATE TABLE routing_rule_versions(
  rule_id TEXT NOT NULL, version INTEGER NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL,
  deleted INTEGER NOT NULL, actor TEXT NOT NULL, at INTEGER NOT NULL, proposal_id TEXT,
  PRIMARY KEY(rule_id, version)) STRICT, WITHOUT ROWID;

-- An outbox: written with what it is about, in one transaction, and worked off until it is done. Where it goes and
-- which fields it holds are those that were confirmed. A delivery that is being sent is anybody's again once its lease
-- is over: whoever sent it was killed.
CREATE TABLE deliveries(
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, rule_id TEXT NOT NULL, rule_version INTEGER NOT NULL,
  entity TEXT NOT NULL, record_id INTEGER NOT NULL, destination TEXT NOT NULL,
  state TEXT NOT NULL CHECK(state IN ('waiting', 'sending', 'done', 'failed', 'cancelled')),
  attempts INTEGER NOT NULL, next_at INTEGER NOT NULL, lease_until INTEGER, reason TEXT,
  created_at INTEGER NOT NULL, finished_at INTEGER, UNIQUE(rule_id, record_id)) STRICT;
CREATE INDEX deliveries_open ON deliveries(state, next_at) WHERE state IN ('waiting', 'sending');
`
