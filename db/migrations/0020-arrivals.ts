/**
 * What arrives by itself: the keys by which programs send it (of which only hashes are kept), which messages came, and
 * what came before the company, person or customer that it is about.
 */
export const arrivals = `
CREATE TABLE write_keys(
  id TEXT PRIMARY KEY, name TEXT NOT NULL, key_hash TEXT NOT NULL UNIQUE,
  takes TEXT NOT NULL CHECK(takes IN ('people', 'customers')), source TEXT NOT NULL,
  created_at INTEGER NOT NULL, used_at INTEGER, revoked_at INTEGER) STRICT;
-- Kept for a month: a message that is sent again is stored once.
CREATE TABLE received(message_id TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX received_at ON received(at);

-- Ids are those of the outside world (with_company: where that person works counts too), or 'anonymous:' and an id that nobody has said yet whose it is.
CREATE TABLE waiting_signals(
  id TEXT PRIMARY KEY, type TEXT NOT NULL, topic TEXT, company_id TEXT, person_id TEXT, occurred_at INTEGER NOT NULL,
  strength REAL, source TEXT, since INTEGER NOT NULL, with_company INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
CREATE INDEX waiting_signals_company ON waiting_signals(company_id) WHERE company_id IS NOT NULL;
CREATE INDEX waiting_signals_person ON waiting_signals(person_id) WHERE person_id IS NOT NULL;
CREATE TABLE waiting_events(
  source TEXT NOT NULL, id TEXT NOT NULL, customer_id TEXT NOT NULL, type TEXT NOT NULL, occurred_at INTEGER NOT NULL,
  product_id TEXT, campaign TEXT, channel TEXT, device TEXT, value REAL, since INTEGER NOT NULL,
  PRIMARY KEY(source, id)) STRICT, WITHOUT ROWID;
CREATE INDEX waiting_events_customer ON waiting_events(source, customer_id);
-- What was said of somebody whose id is not known yet: columns and their texts as JSON.
CREATE TABLE waiting_traits(
  takes TEXT NOT NULL, source TEXT NOT NULL, anonymous_id TEXT NOT NULL, columns TEXT NOT NULL, since INTEGER NOT NULL,
  PRIMARY KEY(takes, source, anonymous_id)) STRICT, WITHOUT ROWID;
-- Whose an anonymous id turned out to be.
CREATE TABLE anonymous_ids(
  takes TEXT NOT NULL, source TEXT NOT NULL, anonymous_id TEXT NOT NULL, user_id TEXT NOT NULL,
  PRIMARY KEY(takes, source, anonymous_id)) STRICT, WITHOUT ROWID;
`
