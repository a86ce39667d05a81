import type { Instant } from '#kernel/clock.ts'
import { ConflictError } from '#kernel/errors.ts'
import type { PlanContext } from '../../conditions/define.ts'
import { criteriaIn } from '../../criteria/expand.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { andNot, bitsetFor, count, or, add, type Bitset } from '../../members/bitset.ts'
import type { DataVersions, Members } from '../../members/members.ts'
import { sameVersions } from '../../members/versions.ts'
import { criteriaOfParameter } from '../fit.ts'
import type { Parameter } from '../parameter.ts'
import { unknownOf } from '../scoring/unknown.ts'
import { type Asked, attributesOf } from './asked.ts'
import type { Held } from './held.ts'
import { type Observed, PARTS } from './observed.ts'
import { createPlaces, drawn, drawOf } from './places.ts'
import { LATER_SHARE, type Looked } from './stretches.ts'
import type { Examined } from './trial.ts'

/** Of more records, so many are drawn by chance: what is there to be found is found in them. */
export const MOST_RECORDS = 50_000
/** Criteria that are read at once: their sets are packed before the next are read. */
const AT_ONCE = 48
/** Milliseconds for one of these readings. */
const LIMIT = 120_000

interface Deps {
  readonly members: Members
  context(now: Instant): PlanContext
  readonly signal?: AbortSignal | undefined
  /** 0 to 1. */
  onProgress?(done: number): void
}

/** What was asked of records before their outcome, as sets of places. */
export async function examine(
  looked: Looked,
  parameters: readonly Parameter[],
  asked: readonly Asked[],
  deps: Deps,
): Promise<Examined> {
  const readings = looked.stretches.map(({ good, bad }) => {
    const all = or(good, bad)
    return drawn(all, count(all), MOST_RECORDS / looked.stretches.length)
  })
  const places = createPlaces(readings)
  const criteriaOf = criteriaIn(deps.context(looked.stretches.at(-1)?.beginning ?? 0))
  const lacking = parameters.map((parameter) => unknownOf(criteriaOfParameter(parameter), criteriaOf))
  const wanted = [
    ...parameters.flatMap(criteriaOfParameter),
    ...lacking.filter((one) => one !== null),
    ...asked.flatMap(({ read }) => read),
  ]
  const packed = await readPacked(wanted, looked, places.pack, deps)
  const take = packed.values()
  const next = (): Bitset => take.next().value ?? bitsetFor(places.size)
  const own = parameters.map((parameter) => ({
    parameter,
    sets: criteriaOfParameter(parameter).map(next),
  }))
  const everyone = setOf(places.size, () => true)
  const unknown = lacking.map((criteria) => (criteria === null ? null : { criteria, members: next() }))
  return {
    everyone,
    observed: observedOf(looked, readings, places.pack),
    parameters: own.map(
      ({ parameter, sets: [members = bitsetFor(places.size), ...grades] }, at): Held => ({
        parameter,
        members,
        grades,
        unknown: unknown[at] ?? null,
      }),
    ),
    attributes: asked.flatMap((one) => attributesOf(one, one.read.map(next), everyone)),
  }
}

async function readPacked(
  criteria: readonly Criteria[],
  { stretches }: Looked,
  pack: (sets: readonly Bitset[]) => Bitset,
  { members, signal, onProgress }: Deps,
): Promise<readonly Bitset[]> {
  const packed: Bitset[] = []
  let versions: DataVersions | undefined
  for (let from = 0; from < criteria.length; from += AT_ONCE) {
    const some = criteria.slice(from, from + AT_ONCE)
    const read = []
    for (const { beginning } of stretches) {
      read.push(await members.ofEach(some, { asOf: beginning, limit: LIMIT, ...(signal && { signal }) }))
    }
    const states = read.flat()
    versions ??= states[0]?.versions
    if (
      versions !== undefined &&
      !states.every((state) => sameVersions(state.versions, versions ?? state.versions))
    ) {
      throw new ConflictError('The data changed while it was read', {
        next: 'Ask again when the running import has ended.',
      })
    }
    for (const at of some.keys()) packed.push(pack(read.map((sets) => sets[at]?.bits ?? new Uint32Array(0))))
    onProgress?.(Math.min(1, (from + AT_ONCE) / criteria.length))
  }
  return packed
}

function observedOf(
  { way, stretches }: Looked,
  readings: readonly Uint32Array[],
  pack: (sets: readonly Bitset[]) => Bitset,
): Observed {
  const ids = readings.flatMap((reading) => [...reading])
  const size = ids.length
  const last = (readings.at(-1) ?? []).length
  const later = setOf(size, (place) =>
    way.kind === 'present' ? drawOf(ids[place] ?? 0, LATER_SALT) < LATER_SHARE : place >= size - last,
  )
  const earlier = andNot(
    setOf(size, () => true),
    later,
  )
  const part = (place: number) => Math.floor(drawOf(ids[place] ?? 0, PART_SALT) * PARTS)
  return {
    size,
    good: pack(stretches.map(({ good }) => good)),
    earlier,
    later,
    parts: Array.from({ length: PARTS }, (_, nth) =>
      andNot(
        setOf(size, (place) => part(place) === nth),
        later,
      ),
    ),
  }
}

const LATER_SALT = 2
const PART_SALT = 3

function setOf(size: number, holds: (place: number) => boolean): Bitset {
  const set = bitsetFor(Math.max(0, size - 1))
  for (let place = 0; place < size; place++) if (holds(place)) add(set, place)
  return set
}
