import { type Reader, query } from '#db/run.ts'
import type { PlanContext } from '../conditions/define.ts'
import type { DataVersions } from './members.ts'
import { readVersions } from './read-versions.ts'

/** The state of the data that criteria were planned on; what is read for them must be the same. */
export interface PlannedOn {
  readonly ctx: PlanContext
  readonly versions: DataVersions
  /** The highest customer id: how long sets are. */
  readonly highestId: number
}

/** One snapshot, so that names, versions and sizes belong together. */
export function planOn(reader: Reader, context: () => PlanContext): PlannedOn {
  return reader.snapshot(() => ({
    versions: readVersions(reader),
    highestId: reader.get(highest)?.id ?? 0,
    ctx: context(),
  }))
}

const highest = query.selectFrom('facts').select(({ fn }) => fn.max('id').as('id'))
