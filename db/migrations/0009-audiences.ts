/** Audiences and their versions. Their members are computed; what was confirmed last is remembered as a count. */
export const audiences = `
CREATE TABLE audiences(
  id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL, description TEXT NOT NULL,
  definition TEXT NOT NULL, version INTEGER NOT NULL, members INTEGER NOT NULL, counted_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, deleted_at INTEGER) STRICT;
CREATE UNIQUE INDEX audiences_name ON audiences(name_key) WHERE deleted_at IS NULL;
CREATE TABLE audience_versions(
  audience_id TEXT NOT NULL, version INTEGER NOT NULL, name TEXT NOT NULL, description TEXT NOT NULL,
  definition TEXT NOT NULL, deleted INTEGER NOT NULL, actor TEXT NOT NULL, at INTEGER NOT NULL,
  proposal_id TEXT, PRIMARY KEY(audience_id, version)) STRICT, WITHOUT ROWID;
`
