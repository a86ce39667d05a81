import { phrase } from '../grammar/phrase.ts'
import { addValues, holding } from './edit-values.ts'
import { firmly, type FollowUp, type Refined, refinedBy } from './refined.ts'

const besides = phrase('as well as', 'in addition to', 'on top of', 'besides|alongside')

/** "allow the wholesale tag as well as gold": beside what is asked for already. `opened` is where "allow" ends. */
export function besideHeld({ current, to, reading, part, from }: FollowUp, opened: number): Refined {
  if (opened === from) return undefined
  for (let i = opened + 1; i < to; i++) {
    const over = besides(reading, i)
    const held = over < 0 || over >= to ? undefined : part(over, to)
    const next = held && part(opened, i)
    if (next === undefined || held === undefined || holding(current, held).length === 0) continue
    return firmly(refinedBy(addValues(current, next, 'or'), opened, to))
  }
  return undefined
}
