/**
 * When what is known of a customer changed last, so that whoever keeps columns of all customers reads only those anew
 * who changed: one above the version of the orders then. A row that says nothing of it counts as changed for ever.
 * Ids are never reused, so whoever is gone stays gone.
 */
export const revisions = `
ALTER TABLE facts ADD COLUMN revision INTEGER NOT NULL DEFAULT 9007199254740991;
UPDATE facts SET revision = 0;
CREATE INDEX facts_revision ON facts(revision);
CREATE TABLE gone_customers(id INTEGER PRIMARY KEY, revision INTEGER NOT NULL) STRICT;
CREATE TRIGGER customers_gone AFTER DELETE ON customers BEGIN
  INSERT OR REPLACE INTO gone_customers(id, revision)
    VALUES (OLD.id, (SELECT version + 1 FROM versions WHERE source = 'orders'));
END;
`
