/**
 * What a store's webhooks leave: the latest word about each thing (what came before it and arrives later changes
 * nothing), refunds one by one, those who asked for their data, and webhooks that were not understood.
 */
export const webhooks = `
CREATE TABLE latest_words(
  source TEXT NOT NULL, kind TEXT NOT NULL CHECK(kind IN ('customer', 'order', 'product')), external_id TEXT NOT NULL,
  at INTEGER NOT NULL, deleted INTEGER NOT NULL, PRIMARY KEY(source, kind, external_id)) STRICT, WITHOUT ROWID;
CREATE TABLE order_refunds(
  source TEXT NOT NULL, order_id TEXT NOT NULL, refund_id TEXT NOT NULL, amount INTEGER NOT NULL,
  PRIMARY KEY(source, order_id, refund_id)) STRICT, WITHOUT ROWID;
CREATE TABLE data_requests(
  source TEXT NOT NULL, id TEXT NOT NULL, customer_id TEXT, requested_at INTEGER NOT NULL, given_at INTEGER,
  PRIMARY KEY(source, id)) STRICT, WITHOUT ROWID;
CREATE TABLE refused_webhooks(
  number INTEGER PRIMARY KEY, webhook_id TEXT NOT NULL, topic TEXT NOT NULL, why TEXT NOT NULL,
  at INTEGER NOT NULL) STRICT;
`
