/**
 * Whoever was erased is kept out when data of the same id arrives later. Of the id only a hash is kept, made with a
 * secret of this database: whoever has the hashes alone can't try out ids.
 */
export const suppressed = `
CREATE TABLE suppression_secret(id INTEGER PRIMARY KEY CHECK (id = 1), secret BLOB NOT NULL) STRICT;
INSERT INTO suppression_secret(id, secret) VALUES (1, randomblob(32));
CREATE TABLE suppressed(hash TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- Cancelled orders, by their customers; those that count have an index of their own.
CREATE INDEX orders_cancelled ON orders(customer_id) WHERE counted = 0;
`
