/** Keys by which servers of other pages get short-lived tokens for their people. Of keys and tokens only hashes are kept. */
export const widgetKeys = `
CREATE TABLE widget_keys(
  id TEXT PRIMARY KEY, name TEXT NOT NULL, key_hash TEXT NOT NULL UNIQUE, role TEXT NOT NULL, origins TEXT NOT NULL,
  created_at INTEGER NOT NULL, used_at INTEGER, revoked_at INTEGER) STRICT;
CREATE TABLE widget_tokens(
  token_hash TEXT PRIMARY KEY, key_id TEXT NOT NULL REFERENCES widget_keys(id), user_id TEXT NOT NULL,
  created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL) STRICT;
CREATE INDEX widget_tokens_expiry ON widget_tokens(expires_at);
`
