/**
 * Questions that a model answers per record, the jobs that a human confirmed, and the answers. An answer that is null
 * is unknown: the record's own facts don't say it.
 */
export const questions = `
CREATE TABLE questions(
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, profile_id TEXT NOT NULL,
  entity TEXT NOT NULL CHECK(entity IN ('customer', 'company', 'person')), text TEXT NOT NULL, text_key TEXT NOT NULL,
  answer TEXT NOT NULL CHECK(answer IN ('choice', 'yes_no', 'text')), options TEXT NOT NULL,
  created_at INTEGER NOT NULL, deleted_at INTEGER) STRICT;
CREATE UNIQUE INDEX questions_text ON questions(entity, text_key) WHERE deleted_at IS NULL;

CREATE TABLE question_runs(
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, question INTEGER NOT NULL, proposal_id TEXT NOT NULL,
  model TEXT NOT NULL, price TEXT, most_tokens INTEGER NOT NULL, confirmed INTEGER NOT NULL, members BLOB NOT NULL,
  confirmed_by TEXT NOT NULL, confirmed_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK(state IN ('waiting', 'done', 'capped', 'failed', 'cancelled')),
  reason TEXT, input_tokens INTEGER NOT NULL, output_tokens INTEGER NOT NULL, finished_at INTEGER) STRICT;
CREATE INDEX question_runs_question ON question_runs(question, number);

CREATE TABLE answers(
  question INTEGER NOT NULL, record_id INTEGER NOT NULL, run INTEGER NOT NULL, answer TEXT, answer_key TEXT,
  confidence INTEGER, facts TEXT NOT NULL, why TEXT, answered_at INTEGER NOT NULL,
  PRIMARY KEY(question, record_id)) STRICT, WITHOUT ROWID;

-- One row for each record that a question was asked of. An answer is null where it is unknown.
CREATE VIEW v_answers AS
  SELECT CASE q.entity WHEN 'customer' THEN a.record_id END AS customer_id,
    CASE q.entity WHEN 'company' THEN a.record_id END AS company_id,
    CASE q.entity WHEN 'person' THEN a.record_id END AS person_id,
    q.text AS question, q.text_key AS question_key, a.answer, a.answer_key, a.confidence,
    datetime(a.answered_at, 'unixepoch') AS answered_at
  FROM answers AS a JOIN questions AS q ON q.number = a.question WHERE q.deleted_at IS NULL;

INSERT INTO versions(source, version) VALUES ('answers', 0);
`
