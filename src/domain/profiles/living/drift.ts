import { query, type Reader } from '#db/run.ts'
import { toIso } from '#kernel/clock.ts'
import { countOf } from '#kernel/text.ts'
import { goalNamed } from './goals/index.ts'
import { type DriftLine, type PersonaDrift, standingApartSchema, type StandingApart } from './shown.ts'

/** A smaller change of size, as a part of what it was, is none. */
const SAME_SIZE = 0.05
/** Of a trait: of how far apart the group and the others were. */
const SAME_TRAIT = 0.1

/** How a persona has changed since it was saved; null for one that is not followed, or not measured yet. */
export function driftOf(reader: Reader, profileId: string): PersonaDrift | null {
  const row = reader.get(query.selectFrom('persona_drift').selectAll().where('profile_id', '=', profileId))
  if (row === undefined) return null
  const saved = standingApartSchema.parse(JSON.parse(row.saved))
  const latest = standingApartSchema.parse(JSON.parse(row.latest))
  const measure = goalNamed(row.goal)?.measure ?? row.goal
  return {
    since: toIso(row.saved_at),
    asOf: toIso(row.as_of),
    lines: driftLines(saved, latest, measure),
  }
}

/** What was and what is, line by line. */
function driftLines(saved: StandingApart, latest: StandingApart, measure: string): DriftLine[] {
  const grown = Math.abs(latest.size - saved.size) > SAME_SIZE * saved.size
  const size: DriftLine = {
    what: 'Size',
    before: countOf(saved.size, 'customer'),
    now: countOf(latest.size, 'customer'),
    moved: !grown ? 'same' : latest.size > saved.size ? 'more' : 'less',
  }
  const traits = saved.apart.map(({ label, group, rest, values }): DriftLine => {
    const now = latest.apart.find((one) => one.label === label)
    const [was, others] = values
    const change = (now?.values[0] ?? was) - was
    const same = Math.abs(change) <= SAME_TRAIT * Math.abs(was - others)
    return {
      what: headed(label),
      before: `${group} (others ${rest})`,
      now: now === undefined ? 'not known any more' : `${now.group} (others ${now.rest})`,
      moved: now === undefined ? 'unknown' : same ? 'same' : change > 0 ? 'more' : 'less',
    }
  })
  return [size, ...traits, ...goalLine(saved, latest, measure)]
}

function goalLine(saved: StandingApart, latest: StandingApart, measure: string): readonly DriftLine[] {
  if (saved.goal === null && latest.goal === null) return []
  const said = (goal: StandingApart['goal']) =>
    goal === null ? 'known of too few' : `${goal.group} (others ${goal.rest})`
  const [was, is] = [saved.goal?.effect, latest.goal?.effect]
  return [
    {
      what: headed(measure),
      before: said(saved.goal),
      now: said(latest.goal),
      moved:
        was === undefined || is === undefined
          ? 'unknown'
          : was === is
            ? 'same'
            : RANK[is] > RANK[was]
              ? 'more'
              : 'less',
    },
  ]
}

/** `of orders on mobile` as the head of a row: `Orders on mobile`. */
const headed = (label: string): string => {
  const noun = label.replace(/^of /, '')
  return noun.slice(0, 1).toUpperCase() + noun.slice(1)
}

const RANK = { worse: 0, unclear: 1, better: 2 } as const
