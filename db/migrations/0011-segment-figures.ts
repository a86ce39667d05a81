/** What the members of a segment or list were worth when they were last counted, and what that was read from. */
export const segmentFigures = `
-- spent: minor units. patterns: how many members each RFM pattern holds, as JSON. products: the most sold to them, as
-- JSON. read_from: the version counter of each source, as JSON.
CREATE TABLE segment_figures(
  segment_id TEXT PRIMARY KEY REFERENCES segments(id), version INTEGER NOT NULL, as_of INTEGER NOT NULL,
  members INTEGER NOT NULL, buyers INTEGER NOT NULL, orders INTEGER NOT NULL, spent INTEGER NOT NULL,
  patterns TEXT NOT NULL, products TEXT NOT NULL, read_from TEXT NOT NULL) STRICT, WITHOUT ROWID;
`
