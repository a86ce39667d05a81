/** Who was in which segment when, as refreshes found it, for criteria and for SQL that people read. */
export const memberships = `
INSERT INTO versions(source, version) VALUES ('memberships', 0);

-- From when to when customers were in a segment. entered_at: null for whoever was in when it was first counted;
-- left_at: null for whoever was in when it was last counted.
CREATE VIEW v_memberships AS
  SELECT m.customer_id, m.segment_id, s.name AS segment, datetime(m.entered_at, 'unixepoch') AS in_from,
    CASE WHEN m.entered_at > (SELECT r.as_of FROM refreshes AS r WHERE r.segment_id = m.segment_id
      ORDER BY r.id LIMIT 1) THEN datetime(m.entered_at, 'unixepoch') END AS entered_at,
    datetime(m.left_at, 'unixepoch') AS left_at
  FROM memberships AS m JOIN segments AS s ON s.id = m.segment_id;
`
