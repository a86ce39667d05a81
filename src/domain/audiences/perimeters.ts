import { type Clock, type Instant, toIso, toMinute } from '#kernel/clock.ts'
import { NotFoundError } from '#kernel/errors.ts'
import type { PlanContext } from '../conditions/define.ts'
import { describe } from '../criteria/describe.ts'
import { sqlView } from '../criteria/sql-view.ts'
import type { Members } from '../members/members.ts'
import { countedTogether } from '../previews/together.ts'
import { askPerimeter } from './perimeter.ts'
import type { Audience } from './schema.ts'
import type { Perimeter } from './shown.ts'
import { membersOf } from './steps.ts'
import { audienceWords } from './words.ts'

export interface ReadPerimeter {
  readonly perimeter: Perimeter
  /** ISO 8601, a whole minute. */
  readonly asOf: string
  /** The members in words: completes "Customers who …"; and as SQL over the documented views. */
  readonly words: string
  readonly sql: string
}

/** Perimeters of audiences that exist, as of now. */
export interface Perimeters {
  /** Throws NotFoundError when a segment that it names is not there any more. */
  of(audience: Audience, options?: { readonly signal?: AbortSignal }): Promise<ReadPerimeter>
  /** What it is made of, in a line. */
  words(audience: Pick<Audience, 'definition'>): MadeOf
}

export type MadeOf =
  /** Completes "Customers who …". */
  | { readonly words: string; readonly broken: null }
  /** What it names and is not there any more. */
  | { readonly words: null; readonly broken: string }

export function createPerimeters(deps: {
  readonly members: Members
  readonly clock: Clock
  context(now: Instant): PlanContext
}): Perimeters {
  const { members, clock, context } = deps
  return {
    words({ definition }) {
      const ctx = context(toMinute(clock.now()))
      try {
        return { words: audienceWords(definition, (criteria) => describe(criteria, ctx)), broken: null }
      } catch (error) {
        if (error instanceof NotFoundError) return { words: null, broken: error.message }
        throw error
      }
    },
    async of({ id, definition }, { signal } = {}) {
      const asOf = toMinute(clock.now())
      const ctx = context(asOf)
      const together = countedTogether(members)
      const perimeter = askPerimeter(
        { definition, audienceId: id },
        (criteria) => describe(criteria, ctx),
        together.ask,
      )
      await together.read({ asOf, ...(signal && { signal }) })
      const criteria = membersOf(definition, id)
      return {
        perimeter: perimeter(),
        asOf: toIso(asOf),
        words: describe(criteria, ctx),
        sql: sqlView(criteria, ctx),
      }
    },
  }
}
