/**
 * What personas for a measured goal looked like when they were saved, or last changed, and what they look like now:
 * size, the figures that set them apart, how they do on the goal. Both as JSON.
 */
export const personaDrift = `
CREATE TABLE persona_drift(
  profile_id TEXT PRIMARY KEY, version INTEGER NOT NULL, goal TEXT NOT NULL, saved TEXT NOT NULL,
  saved_at INTEGER NOT NULL, latest TEXT NOT NULL, as_of INTEGER NOT NULL, read_from TEXT NOT NULL) STRICT, WITHOUT ROWID;
`
