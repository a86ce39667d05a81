import { type Reader, query } from '#db/run.ts'
import type { Entity } from '../entities/entity.ts'
import type { PlanContext } from '../conditions/define.ts'
import type { DataVersions } from './members.ts'
import { readVersions } from './read-versions.ts'

/** The state of the data that criteria were planned on; what is read for them must be the same. */
export interface PlannedOn {
  readonly ctx: PlanContext
  readonly versions: DataVersions
  /** The highest internal id of each entity: how long sets are. */
  readonly highestIds: Readonly<Record<Entity, number>>
  /** The highest id of an event, and how often those with lower ones were taken away or rewritten. */
  readonly events: { readonly last: number; readonly rewrites: number }
}

/** One snapshot, so that names, versions and sizes belong together. */
export function planOn(reader: Reader, context: () => PlanContext): PlannedOn {
  return reader.snapshot(() => ({
    versions: readVersions(reader),
    highestIds: {
      customer: reader.get(highest.customer)?.id ?? 0,
      company: reader.get(highest.company)?.id ?? 0,
      person: reader.get(highest.person)?.id ?? 0,
    },
    events: {
      last: reader.get(highestEvent)?.id ?? 0,
      rewrites: reader.get(rewritesOfEvents)?.rewrites ?? 0,
    },
    ctx: context(),
  }))
}

const highest = {
  customer: query.selectFrom('facts').select(({ fn }) => fn.max('id').as('id')),
  company: query.selectFrom('companies').select(({ fn }) => fn.max('id').as('id')),
  person: query.selectFrom('people').select(({ fn }) => fn.max('id').as('id')),
}
const highestEvent = query.selectFrom('events').select(({ fn }) => fn.max('id').as('id'))
const rewritesOfEvents = query.selectFrom('event_rewrites').select('rewrites')
