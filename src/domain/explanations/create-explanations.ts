import type { Reader } from '#db/run.ts'
import { type Clock, type Instant, toMinute } from '#kernel/clock.ts'
import { InputError, NotFoundError } from '#kernel/errors.ts'
import type { PlanContext } from '../conditions/define.ts'
import { describe } from '../criteria/describe.ts'
import { explain } from '../criteria/evaluate.ts'
import type { Criteria } from '../criteria/schema.ts'
import { findCustomers } from '../customers/find.ts'
import { loadCustomer } from '../customers/load.ts'
import { maskedCustomer } from '../customers/masked.ts'
import type { CustomerRecord } from '../customers/record.ts'
import type { Members } from '../members/members.ts'
import type { Previews } from '../previews/previews.ts'
import type { Segments } from '../segments/read.ts'
import { criteriaBehind } from './criteria-behind.ts'
import type { Explained, Explanations } from './explanations.ts'
import { populationAround } from './population.ts'

export interface ExplanationsDeps {
  readonly reader: Reader
  readonly clock: Clock
  readonly segments: Segments
  readonly previews: Previews
  readonly members: Members
  context(now: Instant): PlanContext
}

/** Reads explanations as of now; a preview's numbers stay those of its own time. */
export function createExplanations(deps: ExplanationsDeps): Explanations {
  const { reader, clock, segments, previews, members, context } = deps
  const now = () => toMinute(clock.now())

  const criteriaOf = (what: Explained): Criteria => criteriaBehind(what, { segments, previews })

  return {
    words: (criteria) => describe(criteria, context(now())),
    async counted(what, options) {
      if ('previewId' in what) return previews.get(what.previewId)
      const about = segments.get(what.segment).id
      return previews.count(criteriaOf(what), { ...options, about })
    },
    async customer(idOrEmail, what, options) {
      const criteria = criteriaOf(what)
      const customer = oneCustomer(reader, idOrEmail)
      const asOf = now()
      const ctx = context(asOf)
      const population = await populationAround(customer.id, criteria, { members, ctx, ...options })
      return {
        customer: maskedCustomer(customer),
        words: describe(criteria, ctx),
        explanation: explain(criteria, customer, population, ctx),
      }
    },
  }
}

function oneCustomer(reader: Reader, idOrEmail: string): CustomerRecord {
  const [id, ...others] = findCustomers(reader, idOrEmail)
  const customer = id === undefined ? undefined : loadCustomer(reader, id)
  if (customer === undefined) {
    throw new NotFoundError('There is no customer with that id or e-mail', {
      next: 'Give the id as it was imported, or the whole e-mail address.',
    })
  }
  if (others.length === 0) return customer
  throw new InputError(`${others.length + 1} customers share that id or e-mail`, {
    next: 'Give the id as it was imported of the one that is meant.',
  })
}
