/**
 * ICPs and personas with their versions, and the scores of records under those that are live. `number` counts them
 * in the order in which they were made: of equal scores the older profile's counts.
 */
export const profiles = `
CREATE TABLE profiles(
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL CHECK(kind IN ('icp', 'persona')),
  icp_id TEXT, entity TEXT NOT NULL CHECK(entity IN ('customer', 'company', 'person')),
  code TEXT NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL, goal TEXT NOT NULL,
  status TEXT NOT NULL CHECK(status IN ('draft', 'live', 'archived')), parameters TEXT NOT NULL,
  version INTEGER NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, deleted_at INTEGER,
  CHECK((kind = 'persona') = (icp_id IS NOT NULL))) STRICT;
CREATE UNIQUE INDEX profiles_name ON profiles(coalesce(icp_id, ''), name_key) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX profiles_code ON profiles(coalesce(icp_id, ''), code) WHERE deleted_at IS NULL;
CREATE TABLE profile_versions(
  profile_id TEXT NOT NULL, version INTEGER NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, goal TEXT NOT NULL,
  status TEXT NOT NULL, parameters TEXT NOT NULL, deleted INTEGER NOT NULL, actor TEXT NOT NULL, at INTEGER NOT NULL,
  proposal_id TEXT, PRIMARY KEY(profile_id, version)) STRICT, WITHOUT ROWID;

-- A row for each record that a live ICP fits, by the numbers of its profiles; a person's ICP is that of the company.
-- Without a persona, none of the ICP's live ones fits.
CREATE TABLE scores(
  entity TEXT NOT NULL, record_id INTEGER NOT NULL, icp INTEGER NOT NULL, icp_score INTEGER NOT NULL,
  persona INTEGER, persona_score INTEGER,
  PRIMARY KEY(entity, record_id), CHECK((persona IS NULL) = (persona_score IS NULL))) STRICT, WITHOUT ROWID;
-- Both hold both scores: lists stand in one of these orders, and counts by score come of one pass over the second.
CREATE INDEX scores_icp ON scores(entity, icp, icp_score DESC, persona_score DESC, record_id);
CREATE INDEX scores_persona ON scores(entity, icp, persona, persona_score DESC, icp_score DESC, record_id);
-- What the scores of an entity were computed from: the state of the data, and the profiles as they were.
CREATE TABLE scorings(
  entity TEXT PRIMARY KEY, as_of INTEGER NOT NULL, read_from TEXT NOT NULL, profiles TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO versions(source, version) VALUES ('scores', 0);
`
