import type { Reader } from '#db/run.ts'
import type { Clock, Instant } from '#kernel/clock.ts'
import { ConflictError } from '#kernel/errors.ts'
import { loadCompany } from '../../accounts/load.ts'
import type { ReadingContext } from '../../conditions/define.ts'
import { loadCustomer } from '../../customers/load.ts'
import { populationAround } from '../../explanations/population.ts'
import type { Members } from '../../members/members.ts'
import { readVersions } from '../../members/read-versions.ts'
import type { WriterPort } from '../../writer/port.ts'
import type { Profiles } from '../read.ts'
import { stateFor, whyDue } from './due.ts'
import { criteriaOfProfiles, ICP_ENTITIES, liveProfiles, qualifyingOf, versionsOfProfiles } from './live.ts'
import { holdsFor, rowsOf } from './one.ts'
import type { IcpEntity } from './qualifying.ts'
import type { StoredScores } from './store.ts'

export interface RefreshedScores extends StoredScores {
  /** Why: `new people`, `other profiles`, `time passed`. */
  readonly cause: string
}

/**
 * Keeps the scores of records under the live profiles. They follow confirmed profiles, so need no confirmation; never
 * part of what tools are given.
 */
export interface RefreshScores {
  /** Scores everybody anew whose data or profiles changed since, or whom a day has made older. */
  due(options: { readonly signal?: AbortSignal }): Promise<readonly RefreshedScores[]>
  /**
   * Scores one company with its people at once, or one customer: what a signal or a change of a row touches. Answers
   * how many scores changed; 0 for a record that is not there.
   */
  record(
    of: { readonly entity: IcpEntity; readonly id: number },
    /** Why: `funding signal`; `new data` by default. */
    options?: { readonly signal?: AbortSignal; readonly cause?: string },
  ): Promise<number>
}

/** Milliseconds a scoring may read: nobody waits for it before a page. */
const LIMIT = 600_000
/** Profiles that are changed more often than this while everybody is scored have to come to rest first. */
const ATTEMPTS = 5

export function createScoreRefresh(deps: {
  readonly reader: Reader
  readonly profiles: Profiles
  readonly members: Members
  readonly writer: WriterPort
  readonly clock: Clock
  context(now: Instant): ReadingContext
}): RefreshScores {
  const { reader, profiles, members, writer, clock, context } = deps

  async function dueOf(entity: IcpEntity, signal?: AbortSignal): Promise<readonly RefreshedScores[]> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      // To the second: a signal of this minute counts at once, and does not stop counting before the next.
      const asOf = clock.now()
      const { live, cause } = reader.snapshot(() => {
        const live = liveProfiles(profiles.list(), entity)
        return { live, cause: whyDue(reader, entity, { live, versions: readVersions(reader), now: asOf }) }
      })
      if (cause === undefined) return []
      const { scored, versions } = await members.qualify(qualifyingOf(entity, live), {
        asOf,
        limit: LIMIT,
        ...(signal && { signal }),
      })
      const stored = await writer.call(
        'storeScores',
        {
          icpEntity: entity,
          scored,
          cause,
          scoring: {
            asOf,
            readFrom: stateFor(reader, entity, { live, versions }),
            profiles: versionsOfProfiles(live),
          },
        },
        signal === undefined ? {} : { signal },
      )
      if (stored !== null) return stored.map((one) => ({ ...one, cause }))
    }
    throw restless()
  }

  async function scoreRecord(
    { entity, id }: { readonly entity: IcpEntity; readonly id: number },
    cause: string,
    signal: AbortSignal | undefined,
  ): Promise<number> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const asOf = clock.now()
      const { live, record, ctx } = reader.snapshot(() => {
        const live = liveProfiles(profiles.list(), entity)
        // Where no profile is live nobody has a score, and nobody needs to be read.
        const load = live.length === 0 ? () => undefined : entity === 'company' ? loadCompany : loadCustomer
        return { live, record: load(reader, id), ctx: context(asOf) }
      })
      if (record === undefined) return 0
      const population = await populationAround(id, criteriaOfProfiles(live), {
        members,
        ctx,
        ...(signal && { signal }),
      })
      const changed = await writer.call('storeRecordScores', {
        icpEntity: entity,
        profiles: versionsOfProfiles(live),
        rows: rowsOf(qualifyingOf(entity, live), record, (one) => holdsFor(one, population, ctx)),
        moving: { at: asOf, cause },
      })
      if (changed !== null) return changed
    }
    throw restless()
  }

  // One at a time: whoever comes meanwhile waits, and finds little left to do.
  let last: Promise<unknown> = Promise.resolve()
  return {
    record: (of, { cause = 'new data', signal } = {}) => scoreRecord(of, cause, signal),
    due({ signal }) {
      const run = last.then(async () => {
        const refreshed: RefreshedScores[] = []
        for (const entity of ICP_ENTITIES) refreshed.push(...(await dueOf(entity, signal)))
        return refreshed
      })
      last = run.catch(() => undefined)
      return run
    },
  }
}

const restless = () =>
  new ConflictError('The profiles were changed again and again while they were scored', {
    next: 'Run `muster refresh` when they have come to rest.',
  })
