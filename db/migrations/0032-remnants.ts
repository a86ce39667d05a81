/**
 * What is deleted is overwritten today, and was not always: a database that was in use before may hold parts of older
 * deletions in its file, until that is written anew. One without a workspace was never in use.
 */
export const remnants = `
-- 1: parts of what was deleted long ago may still be read from the file.
ALTER TABLE workspace ADD COLUMN remnants INTEGER NOT NULL DEFAULT 0 CHECK(remnants IN (0, 1));
UPDATE workspace SET remnants = 1;
`
