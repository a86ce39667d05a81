/** Files that people confirmed to have written, and whom each of them held: for suppressions and for undoing. */
export const exports = `
CREATE TABLE exports(
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, proposal_id TEXT NOT NULL, format TEXT NOT NULL,
  subject_kind TEXT NOT NULL, subject_id TEXT NOT NULL, subject_name TEXT NOT NULL, subject_version INTEGER NOT NULL,
  options TEXT NOT NULL, confirmed_by TEXT NOT NULL, confirmed_at INTEGER NOT NULL, as_of INTEGER NOT NULL,
  channel TEXT, confirmed INTEGER NOT NULL, members BLOB NOT NULL, email_consented BLOB, sms_consented BLOB, removes TEXT REFERENCES exports(id),
  state TEXT NOT NULL, reason TEXT, manifest TEXT, written INTEGER, finished_at INTEGER) STRICT;
CREATE INDEX exports_state ON exports(state, number);
CREATE INDEX exports_removes ON exports(removes) WHERE removes IS NOT NULL;
CREATE TABLE export_members(
  export INTEGER NOT NULL, customer_id INTEGER NOT NULL, PRIMARY KEY(export, customer_id)) STRICT, WITHOUT ROWID;
INSERT INTO versions(source, version) VALUES ('exports', 0);
`
