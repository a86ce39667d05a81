/** Bearer tokens by which MCP clients speak for a user over HTTP. Only their hashes are kept. */
export const accessTokens = `
CREATE TABLE access_tokens(
  id TEXT PRIMARY KEY, name TEXT NOT NULL, key_hash TEXT NOT NULL UNIQUE, user_id TEXT NOT NULL REFERENCES users(id),
  role TEXT NOT NULL CHECK(role IN ('viewer', 'editor')), created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
  used_at INTEGER, revoked_at INTEGER) STRICT;
`
