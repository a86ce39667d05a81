import { count } from '#domain/members/bitset.ts'
import { median, timesOf } from './measure.ts'
import type { openMuster } from './muster.ts'
import { QUESTIONS } from './questions.ts'
import { NOW } from './rows.ts'

/** Milliseconds from criteria to count where every set is at hand: the slowest of the questions. */
export async function measureCachedTrees({ members }: ReturnType<typeof openMuster>): Promise<number> {
  let slowest = 0
  for (const { criteria } of QUESTIONS) {
    const times = await timesOf(50, async () => count((await members.of(criteria, { asOf: NOW })).bits))
    slowest = Math.max(slowest, median(times))
  }
  return slowest
}
