import { DAYS_PART } from '../../criteria/sql/alike.ts'
import type { Expression, Source } from '../../criteria/sql/expression.ts'
import { everyPart, sourcesIn } from '../../criteria/sql/inner-parts.ts'
import type { SqlContext, SqlReading, SqlTest } from '../../criteria/sql/reading.ts'
import { comparisonIn, numberTest } from '../../criteria/sql/take.ts'
import type { Comparison } from '../shared/comparison.ts'
import { isNamed } from '../shared/product-filter-from-sql.ts'
import { windowNamed } from './anniversary-names.ts'
import { stretchesOf } from './anniversary-window.ts'
import type { AnniversaryCondition } from './anniversary.ts'

const OF = ['birthday', 'created_at', 'first_order'] as const

/** `EXISTS (SELECT 1 FROM "days: next 7 days" WHERE substr(customer.birthday, 6) BETWEEN begins AND ends …)` */
export function anniversaryFromSql(test: SqlTest, ctx: SqlContext): SqlReading {
  if (test.kind !== 'columns' || (test.test.kind !== 'exists' && test.test.kind !== 'in_query'))
    return undefined
  const days = [...sourcesIn(test.test)].find(({ part }) => part?.startsWith(DAYS_PART))
  const on = windowNamed(days?.part?.slice(DAYS_PART.length) ?? '')
  if (days === undefined || on === undefined) return undefined
  const years = [...everyPart(test.test)].flatMap(yearsIn)
  const candidates = OF.flatMap((of): AnniversaryCondition[] => [
    { type: 'anniversary', of, on },
    ...years.map((asked) => ({ type: 'anniversary', of, on, years: asked }) as const),
  ])
  const found = ctx.printed(candidates, test.test)
  if (
    found !== undefined &&
    daysIn(days) !== stretchesOf(on, ctx.now, ctx.zone).flatMap(Object.values).join()
  )
    ctx.assume(`The days of “${days.part?.slice(DAYS_PART.length)}” are counted anew, from today.`)
  return found
}

/** `year - CAST(substr(customer.birthday, 1, 4) AS INTEGER) >= 30` */
function yearsIn(test: Expression): readonly Comparison[] {
  const found = numberTest(
    test,
    (part) => part.kind === 'binary' && part.op === '-' && isNamed('year')(part.left),
  )
  const asked = found && comparisonIn(found)
  return asked === undefined || asked.denied ? [] : [asked.test]
}

/** The values that a part lists, in their order. */
const daysIn = ({ query }: Source): string =>
  query === undefined
    ? ''
    : [...everyPart({ kind: 'query', query })]
        .flatMap((part) => (part.kind === 'number' || part.kind === 'text' ? [part.value] : []))
        .join()
