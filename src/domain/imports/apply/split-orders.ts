import { stagedName } from '../staging/names.ts'
import { fileAt } from '../staging/place.ts'
import type { Staging } from '../staging/staging.ts'
import { tellOrderIds } from '../tables/lines.ts'
import type { Writer } from '#db/run.ts'

const LINES = stagedName('items')

/**
 * An order's lines come from one file: files that overlap (a month and a quarter, say) would double them.
 * The first file that has an order tells it; its lines in later files are rejected.
 */
export function rejectSplitOrders(driver: Writer['driver'], staging: Staging): void {
  if (staging.present('items') === undefined) return
  const ends = driver
    .prepare<[], { first: number | null; last: number | null }>(
      `SELECT (SELECT min(place) FROM ${LINES}) AS first, (SELECT max(place) FROM ${LINES}) AS last`,
    )
    .get()
  if (ends === undefined || fileAt(ends.first ?? 0) === fileAt(ends.last ?? 0)) return
  tellOrderIds(driver, staging)
  staging.rejects.rejectStaged(
    LINES,
    `SELECT l.place, 'an earlier file has lines of the same order', l.order_id, l.order_id
     FROM (SELECT order_id, min(place) >> 32 AS file, max(place) >> 32 AS last FROM ${LINES} GROUP BY order_id) f
     JOIN ${LINES} l ON l.order_id = f.order_id AND l.place >> 32 > f.file WHERE f.file < f.last`,
  )
}
