import { type RawBuilder, sql } from 'kysely'
import { foldText } from '#kernel/text.ts'
import type { Instant } from '#kernel/clock.ts'
import type { SignalRecord } from '../../accounts/record.ts'
import type { SetPlan } from '../../members/plan.ts'
import { signalLabel } from '../../signals/known.ts'
import { strengthNow, THOUSAND } from '../../signals/strength.ts'
import type { Ahead } from '../../time/ahead.ts'
import { dateSql, windowSql } from '../../time/sql-text.ts'
import type { Convention, Miss, PlanContext, Problem, ReadingContext } from '../define.ts'
import { compare, comparisonWords, normalComparison, numberWords } from '../shared/comparison.ts'
import { comparisonRaw, comparisonText } from '../shared/comparison-sql.ts'
import { missOf } from '../shared/miss.ts'
import { unknownValues } from '../shared/problems.ts'
import { allOf, cutBy, inPiece, not } from '../shared/set-query.ts'
import { oneOfText } from '../shared/sql-text.ts'
import { distinct, isAmong } from '../shared/text-match.ts'
import { anyOf } from '../shared/value-words.ts'
import { inThousandths, type StrengthAsked, strengthTest } from './signal-strength-shape.ts'

interface Signalled {
  readonly signals: readonly SignalRecord[]
}

const FADING: Convention = {
  words: /\bstrength\b/iu,
  says: 'Each signal counts with its strength (0 to 1, by its type where it came with none), halved once every half-life of its type, and all of them are added up.',
}

/** The readings of what the signals of companies, or of people, are worth now, added up. */
export function strengthReadings(entity: 'company' | 'person') {
  const owner = `${entity}_id`
  return {
    about: () => 'signal strength',
    called: () => 'signal strength signals heat',
    money: () => false,
    sources: () => ['signals' as const],
    // Where nobody notes signals, nobody has a strength of 0 either.
    columns: () => [{ name: 'signal.type', key: 'signal' }],
    convention: (): Convention => FADING,
    normal: <C extends StrengthAsked>(condition: C): C => ({
      ...condition,
      ...(condition.signal && { signal: distinct(condition.signal) }),
      ...normalComparison(strengthTest(condition)),
    }),
    check: ({ signal }: StrengthAsked, { dictionary }: PlanContext): readonly Problem[] =>
      unknownValues(dictionary, 'signal.type', signal, ['signal']),
    words: (asked: StrengthAsked): string =>
      `have a present ${typeWords(asked)}signal strength of ${comparisonWords(strengthTest(asked), numberWords)}`,
    plan(asked: StrengthAsked, ctx: PlanContext): SetPlan {
      const test = inThousandths(asked)
      const complement = compare(0, test)
      const one = sql.ref(`s.${owner}`)
      const tests: RawBuilder<boolean>[] = [
        inPiece(`s.${owner}`),
        sql<boolean>`s.occurred_at <= ${ctx.now}`,
        ...(asked.signal === undefined
          ? []
          : [ctx.dialect.oneOf(sql`s.type_key`, asked.signal.map(foldText))]),
      ]
      const worth = sql`sum(CAST(round(${THOUSAND} * coalesce(s.strength, t.strength, 0.3)
        * pow(0.5, (${ctx.now} - s.occurred_at) / 86400.0 / coalesce(t.half_life, 30.0))) AS INTEGER))`
      const members = cutBy(
        entity,
        ctx.dialect,
        sql`SELECT ${one} FROM signals AS s LEFT JOIN signal_types AS t ON t.name = s.type_key
          WHERE ${allOf(tests)} GROUP BY ${one} HAVING ${comparisonRaw(worth, test, { complement })}`,
      )
      return complement ? not(members) : members
    },
    predicate(asked: StrengthAsked, ctx: PlanContext): string {
      const test = inThousandths(asked)
      const complement = compare(0, test)
      const now = dateSql({ kind: 'now' })
      const tests = [
        ...(asked.signal === undefined ? [] : [oneOfText('type_key', asked.signal.map(foldText))]),
        windowSql('occurred_at', undefined, ctx.now, ctx.zone),
        ...(complement ? [`${owner} IS NOT NULL`] : []),
      ]
      const age = `(UNIXEPOCH(${now}) - UNIXEPOCH(occurred_at)) / 86400.0`
      const worth = `SUM(CAST(ROUND(${THOUSAND} * full_strength * POW(0.5, ${age} / half_life)) AS INTEGER))`
      const having = comparisonText(worth, test, { complement })
      return `${entity}.id ${complement ? 'NOT IN' : 'IN'} (SELECT ${owner} FROM v_signals WHERE ${tests.join(' AND ')} GROUP BY ${owner} HAVING ${having})`
    },
    holds: (asked: StrengthAsked, record: Signalled, _population: unknown, ctx: ReadingContext): boolean =>
      compare(worthOf(record, asked, ctx.now), inThousandths(asked)),
    actual: (asked: StrengthAsked, record: Signalled, _population: unknown, ctx: ReadingContext): string =>
      `has a present ${typeWords(asked)}signal strength of ${numberWords(worthOf(record, asked, ctx.now) / THOUSAND)}`,
    miss: (
      asked: StrengthAsked,
      record: Signalled,
      _population: unknown,
      ctx: ReadingContext,
    ): Miss | undefined =>
      missOf(worthOf(record, asked, ctx.now) / THOUSAND, strengthTest(asked), {
        step: 0.01,
        words: (n, more) =>
          `${numberWords(Math.ceil(n * 100) / 100)} ${more ? 'more' : 'less'} signal strength`,
      }),
    /** What it is worth only falls between two signals: the instant at which it falls below a bound is looked for. */
    turns(
      asked: StrengthAsked,
      record: Signalled,
      rows: readonly Instant[],
      _ctx: ReadingContext,
      { from, until }: Ahead,
    ): readonly Instant[] {
      const stops = [from, ...rows.filter((at) => at > from && at <= until), until].toSorted((a, b) => a - b)
      const holdsAt = (now: Instant) => compare(worthOf(record, asked, now), inThousandths(asked))
      return stops.flatMap((start, at) => {
        const end = (stops[at + 1] ?? start) - 1
        return [inThousandths(asked).value].flat().flatMap((bound) =>
          // Just below the bound, and at it.
          [bound, bound + 1].flatMap((least) =>
            fallsBelow(least, start, end, holdsAt, (now) => worthOf(record, asked, now)),
          ),
        )
      })
    },
  }
}

/** The first instant at which a sum that falls is below a bound; none where it is not within the stretch. */
function fallsBelow(
  bound: number,
  start: Instant,
  end: Instant,
  holdsAt: (now: Instant) => boolean,
  worthAt: (now: Instant) => number,
): readonly Instant[] {
  if (end <= start || worthAt(start) < bound || worthAt(end) >= bound) return []
  let [above, below] = [start, end]
  while (below - above > 1) {
    const middle = Math.floor((above + below) / 2)
    if (worthAt(middle) < bound) below = middle
    else above = middle
  }
  return holdsAt(above) === holdsAt(below) ? [] : [below]
}

const worthOf = ({ signals }: Signalled, { signal }: StrengthAsked, now: Instant): number =>
  signals.reduce(
    (sum, one) => sum + (one.at <= now && isAmong(one.type, signal) ? strengthNow(one, now) : 0),
    0,
  )

const typeWords = ({ signal }: StrengthAsked): string =>
  signal === undefined ? '' : `${anyOf(signal.map(signalLabel))} `
