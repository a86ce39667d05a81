/**
 * How often events that were there have been taken away or are another’s now. While it stays, all that is new about
 * events is rows with higher ids, so that what was read of the others can be kept.
 */
export const eventRewrites = `
CREATE TABLE event_rewrites(id INTEGER PRIMARY KEY CHECK (id = 1), rewrites INTEGER NOT NULL) STRICT;
INSERT INTO event_rewrites VALUES (1, 0);
CREATE TRIGGER events_removed AFTER DELETE ON events
  BEGIN UPDATE event_rewrites SET rewrites = rewrites + 1; END;
CREATE TRIGGER events_rewritten AFTER UPDATE OF id, customer_id, type_id, occurred_at ON events
  BEGIN UPDATE event_rewrites SET rewrites = rewrites + 1; END;
`
