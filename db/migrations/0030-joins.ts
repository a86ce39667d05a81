/**
 * Customers that are known from several sources: by which rule they are joined, who was, and what each was before.
 * Ids of before are never given again; who is separated gets a new one.
 */
export const joins = `
ALTER TABLE workspace ADD COLUMN join_rule TEXT NOT NULL DEFAULT 'email'
  CHECK(join_rule IN ('off', 'email', 'email_or_phone'));
-- An identity that went over to the customer of another. before: JSON, what both were; null once they are separated.
-- apart: 1, no rule joins these two again.
CREATE TABLE joins(
  id INTEGER PRIMARY KEY AUTOINCREMENT, source TEXT NOT NULL, external_id TEXT NOT NULL, own_id INTEGER NOT NULL,
  with_source TEXT NOT NULL, with_external_id TEXT NOT NULL, rule TEXT NOT NULL, at INTEGER NOT NULL, before TEXT,
  separated_at INTEGER, apart INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE UNIQUE INDEX joins_identity ON joins(source, external_id) WHERE separated_at IS NULL;
CREATE INDEX joins_apart ON joins(source, external_id) WHERE apart = 1;
CREATE INDEX joins_apart_with ON joins(with_source, with_external_id) WHERE apart = 1;
CREATE INDEX customer_keys_phone ON customer_keys(phone);
`
