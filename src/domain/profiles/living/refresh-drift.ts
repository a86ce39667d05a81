import { query, type Reader } from '#db/run.ts'
import { type Source, SOURCES } from '#db/schema.ts'
import { z } from 'zod'
import { readVersions } from '../../members/read-versions.ts'
import type { DataVersions } from '../../members/members.ts'
import type { WriterPort } from '../../writer/port.ts'
import { fitOf, fitWithin } from '../fit.ts'
import type { Profile } from '../schema.ts'
import { behaviourOf, type BehaviourDeps } from './behaviour-of.ts'
import { apartOf, goalFigures } from './figures.ts'
import { type MeasuredPersona, sameParameters } from './measured-persona.ts'
import type { Goal } from './goals/define.ts'
import { goalNamed } from './goals/index.ts'
import type { Profiles } from '../read.ts'
import { ROWS } from './rows.ts'
import { traitsAsked } from './traits-asked.ts'

/** Measures personas over customers whose goal is one that is measured: what they look like beside the others of their ICP. */
export interface RefreshDrift {
  /**
   * Those whose data changed since, and all once a day; each at most once an hour, since it takes a pass over
   * everything that customers do. Answers how many were measured.
   */
  due(options: { readonly signal?: AbortSignal }): Promise<number>
}

const HOUR = 3600
const DAY = 86_400
const readFromSchema = z.partialRecord(z.enum(SOURCES), z.int())

interface Followed {
  readonly persona: Profile
  readonly goal: Goal
}

export function createDriftRefresh(
  deps: BehaviourDeps & { readonly profiles: Profiles; readonly writer: WriterPort },
): RefreshDrift {
  const { reader, profiles, clock, writer } = deps

  return {
    async due({ signal }) {
      const followed = profiles.list().flatMap((persona): Followed[] => {
        const goal = goalNamed(persona.goal)
        const isFollowed =
          persona.kind === 'persona' && persona.entity === 'customer' && persona.status !== 'archived'
        return goal === undefined || !isFollowed ? [] : [{ persona, goal }]
      })
      const versions = readVersions(reader)
      const now = clock.now()
      const due = followed.filter(({ persona }) => isDue(reader, profiles, persona, { versions, now }))
      let measured = 0
      for (const together of Map.groupBy(due, keyOf).values()) {
        measured += await measure(together, signal)
      }
      return measured
    },
  }

  /** Personas of one ICP for one goal: read together. */
  async function measure(together: readonly Followed[], signal: AbortSignal | undefined): Promise<number> {
    const [first] = together
    const icp = first === undefined ? undefined : profiles.known(first.persona.icpId ?? '')
    if (first === undefined || icp === undefined) return 0
    const found = together.flatMap(({ persona }) => {
      const fit = fitWithin([icp], persona.parameters)
      return fit === null ? [] : [{ persona, fit }]
    })
    const { goal } = first
    const { answer, traits, currency, asOf, versions } = await behaviourOf(
      deps,
      {
        goal,
        fit: fitOf(icp.parameters),
        sets: found.map(({ fit }) => fit),
        work: (sets) => ({ kind: 'contrast', sets: sets.map(({ bits }) => bits) }),
      },
      signal === undefined ? {} : { signal },
    )
    if (answer.kind !== 'contrasted') throw new Error('Sets that are contrasted are answered so')
    const personas = found.flatMap(({ persona: { id, version, parameters } }, nth): MeasuredPersona[] => {
      const set = answer.sets[nth]
      if (set === undefined) return []
      const asked = traitsAsked(parameters, traits)
      const told = set.contrasts.filter(({ trait }) => asked.has(trait))
      const figures = {
        size: set.size,
        apart: apartOf(told, traits),
        goal: set.goal && goalFigures(set.goal, goal, currency),
      }
      return [{ id, version, goal: goal.name, figures }]
    })
    await writer.call('storeDrift', { personas, asOf, readFrom: stateOf(versions) })
    return personas.length
  }
}

const keyOf = ({ persona, goal }: Followed): string => `${persona.icpId} ${goal.id}`

/** The sources that behaviour is read from. */
const READ: readonly Source[] = [...new Set(Object.values(ROWS).flatMap(({ sources }) => sources))]

const stateOf = (versions: DataVersions): Partial<Record<Source, number>> =>
  Object.fromEntries(READ.map((source) => [source, versions[source]]))

function isDue(
  reader: Reader,
  profiles: Profiles,
  { id, parameters }: Profile,
  { versions, now }: { readonly versions: DataVersions; readonly now: number },
): boolean {
  const row = reader.get(query.selectFrom('persona_drift').selectAll().where('profile_id', '=', id))
  if (row === undefined || !sameParameters(profiles, id, row.version, parameters)) return true
  const age = now - row.as_of
  const readFrom = readFromSchema.parse(JSON.parse(row.read_from))
  const changed = READ.some((source) => readFrom[source] !== versions[source])
  return age >= DAY || (changed && age >= HOUR)
}
