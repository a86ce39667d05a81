/**
 * What changed by itself: when signals came, whose scores moved and by what, and who came into audiences and went. Kept
 * for a month, and of one scoring of everybody as many as people could look at (domain/moves/bounds.ts).
 */
export const moves = `
ALTER TABLE signals ADD COLUMN arrived_at INTEGER;
CREATE INDEX signals_arrived ON signals(arrived_at) WHERE arrived_at IS NOT NULL;

-- Each scoring in which scores moved, and those that did: before and after, by the numbers of profiles; null where none fits.
CREATE TABLE score_changes(
  id INTEGER PRIMARY KEY, entity TEXT NOT NULL, at INTEGER NOT NULL, cause TEXT NOT NULL, changed INTEGER NOT NULL) STRICT;
CREATE INDEX score_changes_at ON score_changes(at);
CREATE TABLE score_moves(
  change_id INTEGER NOT NULL, record_id INTEGER NOT NULL,
  icp_before INTEGER, icp_score_before INTEGER, persona_before INTEGER, persona_score_before INTEGER,
  icp INTEGER, icp_score INTEGER, persona INTEGER, persona_score INTEGER,
  PRIMARY KEY(change_id, record_id)) STRICT, WITHOUT ROWID;

-- Who is in an audience by its last count: a compressed bitset over internal ids.
CREATE TABLE audience_members(
  audience_id TEXT PRIMARY KEY, version INTEGER NOT NULL, as_of INTEGER NOT NULL, members BLOB NOT NULL,
  read_from TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- Each count in which somebody came or went, and who did.
CREATE TABLE audience_changes(
  id INTEGER PRIMARY KEY, audience_id TEXT NOT NULL, at INTEGER NOT NULL, cause TEXT NOT NULL,
  members INTEGER NOT NULL, entered INTEGER NOT NULL, left INTEGER NOT NULL) STRICT;
CREATE INDEX audience_changes_at ON audience_changes(at);
CREATE TABLE audience_moves(
  change_id INTEGER NOT NULL, record_id INTEGER NOT NULL, entered INTEGER NOT NULL,
  PRIMARY KEY(change_id, record_id)) STRICT, WITHOUT ROWID;
`
