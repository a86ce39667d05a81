import { openReadOnly } from '#db/open.ts'
import type { Reader } from '#db/run.ts'
import type { PlanContext } from '#domain/conditions/define.ts'
import { add, bitsetFor } from '#domain/members/bitset.ts'
import { planOn } from '#domain/members/planned-on.ts'
import { goalOf } from '#domain/profiles/living/goals/index.ts'
import { findGroups, type Found } from '#domain/profiles/living/grouping/find.ts'
import { readBehaviour } from '#domain/profiles/living/grouping/read-behaviour.ts'
import { LEAST_ORDERS } from '#domain/profiles/living/persona-of.ts'
import { planBehaviour, traitsFor } from '#domain/profiles/living/plan.ts'
import type { Vocabulary } from '#domain/vocabulary/vocabulary.ts'

/** Groups among all customers, found here and now, with the one that each customer is in. */
export function groupsOfEach(
  path: string,
  { reader, vocabulary, context }: { reader: Reader; vocabulary: Vocabulary; context(): PlanContext },
): { readonly found: Found; readonly ids: Uint32Array; readonly group: Uint8Array } {
  const goal = goalOf('raise_aov')
  const on = planOn(reader, context)
  const traits = traitsFor(goal, { plan: on.ctx, values: vocabulary.values })
  const plan = planBehaviour(traits, goal, on)
  const within = bitsetFor(on.highestIds.customer)
  for (let id = 1; id <= on.highestIds.customer; id++) add(within, id)
  const driver = openReadOnly(path)
  try {
    const data = readBehaviour(
      plan,
      { within, leastOrders: LEAST_ORDERS },
      ({ sql, parameters }) =>
        driver
          .prepare<unknown[], [number, number, ...(number | null)[]]>(sql)
          .raw()
          .all(...parameters),
      () => {},
    )
    return { ...findGroups(data, plan.shapes, () => {}), ids: data.ids }
  } finally {
    driver.close()
  }
}
