import { query, type Reader } from '#db/run.ts'
import type { IndicatorPolicy, Source } from '#db/schema.ts'
import type { Instant } from '#kernel/clock.ts'
import { joinWords } from '#kernel/text.ts'
import type { Criteria } from '../criteria/schema.ts'
import { namesIn } from '../criteria/context.ts'
import { criteriaIn, sourcesOf } from '../criteria/expand.ts'
import { measureOf } from './measures/index.ts'
import type { IndicatorDefinition } from './schema.ts'

/** A policy that is proposed, and why. */
export interface ProposedPolicy {
  readonly policy: IndicatorPolicy
  readonly reason: string
}

/** How values are kept, in words for people; completes "They are …". */
export const POLICY_WORDS: Readonly<Record<IndicatorPolicy, string>> = {
  dynamic: 'worked out whenever they are asked for',
  frozen: 'stored, and worked out anew when their data changes, at least once a day',
}

/** So many rows are read in well under a second, so that storing values would only make them older. */
const CHEAP_ROWS = 2_000_000
/** A source that grows by less than this a day, of all its rows, is a quiet one. */
const QUIET_SHARE = 0.005
const DAYS = 28

/**
 * How an indicator should be kept: dynamic, unless computing it reads many rows that seldom change. Told from the
 * rows that the sources have and how many of them are of the last 28 days.
 */
export function proposePolicy(reader: Reader, definition: IndicatorDefinition, now: Instant): ProposedPolicy {
  const sources = sourcesOfDefinition(reader, definition)
  const activities = sources.flatMap((source) => {
    const found = activityOf(reader, source, now)
    return found === undefined ? [] : [{ source, ...found }]
  })
  const rows = activities.reduce((sum, activity) => sum + activity.rows, 0)
  const perDay = activities.map(({ source, recent }) => `${round(recent / DAYS)} ${source} a day`)
  const data = `Its data has ${rows.toLocaleString('en-US')} rows${
    perDay.length === 0 ? '' : ` and grows by ${joinWords(perDay, 'and')} (last ${DAYS} days)`
  }`
  if (rows <= CHEAP_ROWS) {
    return {
      policy: 'dynamic',
      reason: `${data}, little enough to work it out each time`,
    }
  }
  const quiet = activities.every(({ rows: all, recent }) => recent / DAYS <= QUIET_SHARE * all)
  return quiet
    ? {
        policy: 'frozen',
        reason: `${data}, so it would mostly work out the same values again`,
      }
    : {
        policy: 'dynamic',
        reason: `${data}, so stored values would be out of date most of the time`,
      }
}

/** The sources that an indicator's values come from. */
export function sourcesOfDefinition(reader: Reader, definition: IndicatorDefinition): readonly Source[] {
  return definition.kind === 'number'
    ? measureOf(definition.measure).sources(definition.measure)
    : sourcesOf(definition.criteria, criteriaIn(namesIn(reader)))
}

/** Criteria with windows, and measures that count days, change by themselves as time passes. */
export const movesWithTime = (definition: IndicatorDefinition): boolean =>
  definition.kind === 'number'
    ? measureOf(definition.measure).moves(definition.measure)
    : asksForTime(definition.criteria)

// Whatever names a stretch of time names a unit; segments and indicators may. Signals fade.
const asksForTime = (criteria: Criteria): boolean =>
  /"unit":|"type":"(?:segment|indicator|anniversary|abandoned|(?:company|person)_signal_strength)"/.test(
    JSON.stringify(criteria),
  )

const round = (perDay: number): string =>
  (perDay < 10 ? Math.round(perDay * 10) / 10 : Math.round(perDay)).toLocaleString('en-US')

const DATED = { orders: 'ordered_at', events: 'occurred_at', customers: 'created_at' } as const

/** The rows of a source, and how many of them are dated in the last days; undefined where it has no dates. */
function activityOf(
  reader: Reader,
  source: Source,
  now: Instant,
): { readonly rows: number; readonly recent: number } | undefined {
  if (source !== 'orders' && source !== 'events' && source !== 'customers') return undefined
  const column = DATED[source]
  const rows = reader.get(query.selectFrom(source).select(({ fn }) => fn.countAll<number>().as('rows')))
  const recent = reader.get(
    query
      .selectFrom(source)
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .where(column, '>', now - DAYS * 86_400)
      .where(column, '<=', now),
  )
  return { rows: rows?.rows ?? 0, recent: recent?.rows ?? 0 }
}
