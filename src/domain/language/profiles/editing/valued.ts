import { isCondition } from '../../../criteria/node.ts'
import type { Criteria } from '../../../criteria/schema.ts'
import { listOf } from '../../../criteria/unite.ts'
import { leavesOf } from '../../../criteria/walk.ts'
import { subjectOf } from '../../../conditions/facets/subject.ts'
import type { Parameter, ProfileParameters } from '../../../profiles/parameter.ts'
import { comparison } from '../../grammar/comparison.ts'
import { phrase, skip } from '../../grammar/phrase.ts'
import { type Reading, wordAt } from '../../grammar/reading.ts'
import { isColumnTest, valuesTested, withTested } from '../../grammar/column-tests.ts'
import { numberIn, replaced, withoutValues } from './changed-parameters.ts'
import { article, endOf, made, type ReadEdit, startOf } from './edit.ts'
import { parametersMeant, wholePart } from './parameter-meant.ts'

const set = phrase(
  'change|set|switch|update|adjust|move|make|widen|narrow|extend|broaden|shift|turn|put|replace|swap',
)
const to = phrase('to|into|->|→|=>|:|=|with|by')
const from = phrase('from')
const kind = phrase(
  'band|bands|range|ranges|bracket|filter|value|values|criterion|requirement|condition|must',
)

/**
 * What a parameter asks for, in the place of what it asked for: `change the employee band from 51–500 to 20–200`,
 * `switch the country to Germany`, `employees: 51–500 → 20–200`. How it counts stays.
 */
export const valued: ReadEdit = (edit, parameters) => {
  const start = startOf(edit)
  const end = endOf(edit)
  const opened = set(edit, start)
  const first = skip(edit, opened < 0 ? start : opened, article)
  for (let at = end - 1; at > first; at--) {
    const behind = to(edit, at)
    if (behind < 0 || behind >= end) continue
    // A colon says nothing by itself, and a change is said by a verb or an arrow.
    if (opened < 0 && !/^(?:->|→|=>)$/.test(wordAt(edit, at))) continue
    const found = heldAt(edit, first, at, parameters)
    const next = found && (swapped(edit, found, behind, end) ?? valueFor(edit, found, behind, end))
    if (found !== undefined && next !== undefined) return made(replaced(parameters, found.one, next))
  }
  return undefined
}

/** “Replace Canada with the UK”: of a list, only what is named goes. */
function swapped(edit: Reading, { one, noun }: Held, start: number, end: number): Parameter | undefined {
  const [gone, next] = [wholePart(edit, ...noun), wholePart(edit, start, end)]
  if (gone === undefined || next === undefined || subjectIn(next) !== subjectIn(gone)) return undefined
  const left = withoutValues(one.criteria, gone)
  if (left === undefined || left === null || !isCondition(left) || !isColumnTest(left)) return undefined
  const values = [...(valuesTested(left) ?? []), ...(listOf(next)?.values ?? [])]
  return isCondition(next) && listOf(next) !== undefined
    ? { ...one, criteria: withTested(left, values) }
    : undefined
}

export interface Held {
  readonly one: Parameter
  /** The words for what it is about. */
  readonly noun: readonly [from: number, to: number]
}

/** The one parameter that is to change: by what it is about, or by what it asks for now. */
export function heldAt(
  edit: Reading,
  start: number,
  end: number,
  parameters: ProfileParameters,
): Held | undefined {
  const cut = edit.tokens.findIndex((_, at) => at >= start && at < end && from(edit, at) >= 0)
  const noun: Held['noun'] = [start, cut < 0 ? end : cut]
  const [only, another] = byNoun(edit, cut === start ? [cut + 1, end] : noun, parameters)
  return only === undefined || another !== undefined ? undefined : { one: only, noun }
}

function byNoun(
  edit: Reading,
  [start, end]: readonly [number, number],
  parameters: ProfileParameters,
): readonly Parameter[] {
  let last = end
  while (last - 1 > start && kind(edit, last - 1) === last) last--
  const found = parametersMeant(edit, start, last, parameters)
  if (found.length > 0) return found
  // “51–500” alone is the band that asks for just that.
  const test = comparison(edit, start)
  return test === undefined || test.end !== end
    ? []
    : parameters.filter(({ criteria }) =>
        test.value.tests.some((one) => isCondition(criteria) && sameNumbers(criteria, one)),
      )
}

const sameNumbers = (
  criteria: Criteria,
  { op, value }: { readonly op: string; readonly value: unknown },
): boolean => {
  const held = isCondition(criteria) ? numberIn(criteria) : undefined
  return held !== undefined && held.op === op && String(held.value) === String(value)
}

/** The same parameter with other values; undefined where what is said is about something else. */
function valueFor(edit: Reading, { one, noun }: Held, start: number, end: number): Parameter | undefined {
  const { criteria } = one
  const about = subjectIn(criteria)
  if (about === undefined) return undefined
  const held = isCondition(criteria) ? numberIn(criteria) : undefined
  const test = held === undefined ? undefined : comparison(edit, skip(edit, start, from))
  const [only, another] = test?.value.tests ?? []
  if (test !== undefined && held !== undefined && only !== undefined && another === undefined) {
    if (!isPlain(edit, test.end, end, noun)) return undefined
    // A bare number may be either end of a band, so that it is asked elsewhere.
    if (test.value.bare && held.op === 'between') return undefined
    const compared = test.value.bare ? { op: held.op, value: only.value } : only
    return { ...one, criteria: Object.assign({}, criteria, compared) }
  }
  const words = [
    edit.tokens.slice(start, end),
    [...edit.tokens.slice(start, end), ...edit.tokens.slice(...noun)],
    [...edit.tokens.slice(...noun), ...edit.tokens.slice(start, end)],
  ]
  for (const tokens of words) {
    const alone = edit.over(tokens)
    const next = wholePart(alone, 0, tokens.length)
    if (next !== undefined && subjectIn(next) === about) return { ...one, criteria: next }
  }
  return undefined
}

/** Behind a number stands nothing, or a unit of what it is about: “to 20–200 employees”, “to 2–5 years”. */
function isPlain(edit: Reading, at: number, end: number, [first, last]: Held['noun']): boolean {
  const nouns = new Set(edit.tokens.slice(first, last).map(({ word }) => word))
  return edit.tokens
    .slice(at, end)
    .every(({ word }) => nouns.has(word) || /^(?:years?|people|employees|staff|instead|only)$/.test(word))
}

/** What criteria are about, where that is one thing. */
function subjectIn(criteria: Criteria): string | undefined {
  const [only, another] = [...new Set(leavesOf(criteria).map(({ condition }) => subjectOf(condition)))]
  return another === undefined ? only : undefined
}
