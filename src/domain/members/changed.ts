import type { Writer } from '#db/run.ts'

/**
 * Ids of who changed, or is gone, since a version of the orders. Here rather than among the queries that Kysely
 * builds, so that reader threads start without it. By the plus they are found by their revisions and put in order then:
 * else SQLite goes through everybody, in order.
 */
export const CHANGED_SQL = `SELECT +id FROM facts WHERE revision > ? UNION SELECT id FROM gone_customers WHERE revision > ?
  ORDER BY 1`

/** With more changed of a piece, which spans some ten thousand ids, reading all of it is shorter. */
const FEW = 4096

/** Ids of customers who changed since a version of the orders, or are gone, ascending. */
export type Changed = (since: number) => readonly number[]

/** Keeps the last answer, which one piece after the other asks for. `state`: that of the data which is read. */
export function changesIn(driver: Writer['driver']): (state: string) => Changed {
  const changed = driver.prepare<number[], number>(CHANGED_SQL).pluck()
  let last: { readonly key: string; readonly ids: readonly number[] } | undefined
  return (state) => (since) => {
    const key = `${since} ${state}`
    if (last?.key !== key) last = { key, ids: changed.all(since, since) }
    return last.ids
  }
}

/** Those of a piece of ids, from `low` until before `end`; undefined where they are so many that it is read whole. */
export function fewChanged(
  ids: readonly number[],
  { low, end }: { readonly low: number; readonly end: number },
): readonly number[] | undefined {
  const inside = ids.slice(firstFrom(ids, low), firstFrom(ids, end))
  return inside.length > FEW ? undefined : inside
}

/** The place of the first id that is not under `least`. */
function firstFrom(ids: readonly number[], least: number): number {
  let [low, high] = [0, ids.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ids[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}
