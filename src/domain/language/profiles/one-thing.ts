import { canonicalJson } from '#kernel/hash.ts'
import { type Leaf, leavesOf } from '../../criteria/walk.ts'
import { readClauses } from '../grammar/clauses.ts'
import { type Reading, wordAt } from '../grammar/reading.ts'
import { build } from '../grammar/tree.ts'
import { unit } from '../unit.ts'

/** Labels in front of a value: “seniority: VP”, “relationship: prospect”. */
const LABEL =
  /^(?:industry|industries|vertical|sector|countr(?:y|ies)|geo|geography|location|region|state|city|hq|headquarters|size|employees|headcount|revenue|revenues|arr|turnover|stage|funding|tech|stack|technology|technologies|relationship|status|titles?|seniority|level|function|department|team|role|tenure|experience|growth|hiring|velocity|signals?)$/

/** Whether a colon stands behind the label of a value: it begins nothing, and ends no title. */
export const isLabelled = (reading: Reading, colon: number): boolean => LABEL.test(wordAt(reading, colon - 1))

/**
 * Whether what stands on both sides of a word, in [from, to), says one thing: a label and its value, or two tests of
 * the same column, so that what follows is said of both: “Snowflake and dbt is a plus”.
 */
export function isOneThing(reading: Reading, from: number, word: number, to: number): boolean {
  let start = word
  while (start > from && !/^[,;.]$/.test(wordAt(reading, start - 1))) start--
  if (wordAt(reading, word) === ':') return isLabelled(reading, word)
  const [whole, before, behind] = [
    columnsIn(reading, start, to),
    columnsIn(reading, start, word),
    columnsIn(reading, word + 1, to),
  ]
  return whole?.size === 1 && (before === undefined || before.size === 1) && behind?.size === 1
}

/** The columns that are asked about in [from, to); undefined where not every word of it is read. */
function columnsIn(reading: Reading, from: number, to: number): ReadonlySet<string> | undefined {
  const { node, leftovers, doubts } = readClauses(
    reading.over(reading.tokens.slice(from, to)),
    unit,
    0,
    to - from,
  )
  const criteria = node && build(node).criteria
  if (criteria === undefined || leftovers.length + doubts.length > 0) return undefined
  return new Set(leavesOf(criteria).map(columnOf))
}

const columnOf = ({ condition }: Leaf): string =>
  'field' in condition ? String(condition.field) : canonicalJson(condition)
