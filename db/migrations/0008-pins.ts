/** Rules that a segment is held to, as JSON: who must be in it or not, and how large it may be. */
export const pins = `
ALTER TABLE segments ADD COLUMN pins TEXT;
ALTER TABLE segment_versions ADD COLUMN pins TEXT;
`
