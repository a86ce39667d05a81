import type { Scan } from './scan.ts'

const SINCE = 90 * 86_400

/** Rows that the imports of the last 90 days rejected for some reasons, and in which of them, the latest first. */
export function rejectedRows(
  scan: Scan,
  isOne: (reason: string) => boolean,
): { readonly rows: number; readonly imports: readonly string[] } {
  const found = scan
    .all(
      `SELECT i.id, date(i.finished_at, 'unixepoch') AS day, r.value ->> 'reason' AS reason, r.value ->> 'rows' AS rows
       FROM imports i, json_each(i.report, '$.rejected.reasons') r
       WHERE i.state = 'done' AND i.finished_at >= ? ORDER BY i.finished_at DESC, i.id`,
      scan.now - SINCE,
    )
    .filter(({ reason }) => isOne(String(reason)))
  return {
    rows: found.reduce((sum, { rows }) => sum + Number(rows), 0),
    imports: found
      .slice(0, 3)
      .map(
        ({ id, day, reason, rows }) =>
          `${Number(rows).toLocaleString('en-US')} in ${id} of ${day}: ${reason}`,
      ),
  }
}
