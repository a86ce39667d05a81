import type { Criteria } from '../criteria/schema.ts'
import { countOfEntity, type Entity, ENTITY_WORDS } from '../entities/entity.ts'
import type { Preview } from '../previews/schema.ts'
import type { Difference } from '../proposals/shown.ts'

/** Whom a profile fits, counted. */
export interface Fit {
  /** Null where it fits everybody. */
  readonly preview: Preview | null
  /** `fits 312 companies`, `fits every company` */
  readonly words: string
  /** Where there is no count that says so. */
  readonly difference: readonly Difference[]
}

/** What a request led to beyond whom the profile fits. */
export interface FitOf {
  /** All that its parameters hold, those that only score as well; null where no request is accounted for. */
  readonly held: Criteria | null
  /** How the request was read where it could have meant something else. */
  readonly assumptions: readonly string[]
}

/** Counts whom a profile fits, as criteria that `fitOf` or `fitWithin` answered. */
export async function describeFit(
  fit: Criteria | null,
  entity: Entity,
  { countFit }: { countFit(fit: Criteria, of: FitOf): Promise<Preview> },
  of: FitOf = { held: null, assumptions: [] },
): Promise<Fit> {
  if (fit === null) {
    const everybody = `every ${ENTITY_WORDS[entity].one}`
    return {
      preview: null,
      words: `fits ${everybody}`,
      difference: [
        { what: 'fit', before: null, after: `${everybody}: it has no filter and no exclude` },
        // There is no preview that says them.
        ...of.assumptions.map((after) => ({ what: 'assumption', before: null, after })),
      ],
    }
  }
  const preview = await countFit(fit, of)
  return {
    preview,
    words: preview.count === 0 ? 'fits nobody' : `fits ${countOfEntity(preview.count, entity)}`,
    difference:
      preview.count === 0
        ? [{ what: 'fit', before: null, after: 'nobody: no record passes every filter and no exclude' }]
        : [],
  }
}
