import { phrase, skip } from './phrase.ts'
import type { Found, Reading } from './reading.ts'

const isNot = phrase(
  'is|are|was|were? not equal? to|in?',
  'is|are|was|were? not any|one of',
  'do|does not equal|include|contain|match',
  '! =',
  '< >',
  'is|are? other|different than|from',
  'is|are? anything|everything|anyone|any but|except|besides',
  'is|are? neither',
  'is|are? none of',
)
const is = phrase(
  'is|are|=|:|equals|in|being|includes|contains|include|contain',
  'is|are equal|equals? to|in',
  'equal|equals to',
  '= =',
  'is|are|in|=? any|one|either of?',
)
const opening = phrase('(|[')
const closing = phrase(')|]')
const article = phrase('the')
const anyOfThese = phrase('any|one of', 'either')
const joints = { in: phrase('or', ',', ', or'), notIn: phrase('or|nor|and', ',', ', or|nor|and') }

export interface Compared<V> {
  readonly negative: boolean
  readonly values: readonly V[]
}

/**
 * What stands behind the name of a column, as tables and forms say it: `is not UK`, `!= vip`, `other than Paris`,
 * `in (vip, gold)`, `is neither A nor B`. `valueAt` reads one value.
 */
export function columnComparison<V>(
  reading: Reading,
  at: number,
  valueAt: (reading: Reading, at: number) => Found<V> | undefined,
): Found<Compared<V>> | undefined {
  const denied = isNot(reading, at)
  const opened = denied >= 0 ? denied : is(reading, at)
  if (opened < 0) return undefined
  const bracket = opening(reading, opened)
  const joint = denied >= 0 || bracket >= 0 ? joints.notIn : joints.in
  const values: V[] = []
  let end = skip(reading, bracket >= 0 ? bracket : opened, anyOfThese)
  for (let from = end; from >= 0; from = joint(reading, end)) {
    // “isn’t the US”
    const found = valueAt(reading, from) ?? valueAt(reading, skip(reading, from, article))
    if (found === undefined) break
    values.push(found.value)
    end = found.end
  }
  if (values.length === 0) return undefined
  const closed = bracket < 0 ? end : closing(reading, end)
  return closed < 0 ? undefined : { value: { negative: denied >= 0, values }, end: closed }
}
