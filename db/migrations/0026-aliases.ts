/**
 * Which ids of arriving data are one and the same, and what came before the customer or the order that it is about:
 * orders of those who have no id yet, refunds and cancellations.
 */
export const aliases = `
CREATE TABLE aliases(
  takes TEXT NOT NULL, source TEXT NOT NULL, previous_id TEXT NOT NULL, user_id TEXT NOT NULL,
  PRIMARY KEY(takes, source, previous_id)) STRICT, WITHOUT ROWID;
CREATE INDEX aliases_user ON aliases(takes, source, user_id);
CREATE TABLE waiting_messages(
  takes TEXT NOT NULL, source TEXT NOT NULL, anonymous_id TEXT NOT NULL, id TEXT NOT NULL, message TEXT NOT NULL,
  since INTEGER NOT NULL, PRIMARY KEY(takes, source, anonymous_id, id)) STRICT, WITHOUT ROWID;
CREATE TABLE waiting_order_changes(
  number INTEGER PRIMARY KEY, source TEXT NOT NULL, id TEXT NOT NULL, order_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK(kind IN ('refund', 'cancel')), amount INTEGER, since INTEGER NOT NULL,
  UNIQUE(source, id)) STRICT;
CREATE INDEX waiting_order_changes_order ON waiting_order_changes(source, order_id);
`
