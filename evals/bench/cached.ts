import { count } from '#domain/members/bitset.ts'
import { median, timesOf } from './measure.ts'
import type { openMuster } from './muster.ts'
import { QUESTIONS } from './questions.ts'
import { NOW } from './rows.ts'

/** Milliseconds from criteria to count over sets that are at hand: a tree of every question's conditions. */
export async function measureCachedTree({ members }: ReturnType<typeof openMuster>): Promise<number> {
  const tree = { any: QUESTIONS.map(({ criteria }) => criteria) }
  return median(await timesOf(50, async () => count((await members.of(tree, { asOf: NOW })).bits)))
}
