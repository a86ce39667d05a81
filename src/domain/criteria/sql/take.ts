import type { Comparison } from '../../conditions/shared/comparison.ts'
import { type CompareOp, type Expression, MIRRORED } from './expression.ts'

/** Takes the first of some tests that can be read out of them; what is left at the end is unread. */
export function take<T>(tests: Expression[], read: (test: Expression) => T | undefined): T | undefined {
  for (const [i, test] of tests.entries()) {
    const value = read(test)
    if (value === undefined) continue
    tests.splice(i, 1)
    return value
  }
  return undefined
}

/** Takes out a test that is there, and says whether it was. */
export const takeIf = (tests: Expression[], is: (test: Expression) => boolean): boolean =>
  take(tests, (test) => (is(test) ? true : undefined)) ?? false

/** A column's name, also within lower(…), upper(…) or trim(…): texts are compared ignoring case. */
export function columnName(part: Expression): string | undefined {
  if (part.kind === 'column') return part.name
  const [inner, another] = part.kind === 'call' ? part.args : []
  const folds =
    part.kind === 'call' && ['lower', 'upper', 'trim'].includes(part.name) && another === undefined
  return folds && inner !== undefined ? columnName(inner) : undefined
}

/** `channel` for both `channel` and `channel_key`. */
export const fieldName = (part: Expression): string | undefined => columnName(part)?.replace(/_key$/, '')

export interface TextTest {
  readonly field: string
  readonly values: readonly string[]
  readonly not: boolean
}

const textOf = (part: Expression): string | undefined => {
  if (part.kind === 'text') return part.value
  if (part.kind === 'number') return String(part.value)
  const [inner, another] =
    part.kind === 'call' && ['lower', 'upper', 'trim'].includes(part.name) ? part.args : []
  return inner?.kind === 'text' && another === undefined ? inner.value : undefined
}

/** `category = 'Tea'`, `category_key IN ('tea', 'coffee')`, `category = 'Tea' OR category = 'Coffee'`. */
export function textTest(test: Expression): TextTest | undefined {
  if (test.kind === 'compare' && (test.op === '=' || test.op === '<>')) {
    const [column, value] =
      fieldName(test.left) === undefined ? [test.right, test.left] : [test.left, test.right]
    const field = fieldName(column)
    const text = textOf(value)
    return field === undefined || text === undefined
      ? undefined
      : { field, values: [text], not: test.op === '<>' }
  }
  if (test.kind === 'in') {
    const field = fieldName(test.of)
    const values = test.values.map(textOf)
    return field === undefined || values.includes(undefined)
      ? undefined
      : { field, values: values.flatMap((value) => value ?? []), not: test.not }
  }
  if (test.kind === 'like') {
    const { of, pattern, not } = test
    const field = fieldName(of)
    const whole = pattern.kind === 'text' ? likePattern(pattern.value, test.escape) : undefined
    return field !== undefined && whole?.match === 'equals'
      ? { field, values: [whole.value], not }
      : undefined
  }
  if (test.kind !== 'or') return undefined
  const parts = test.of.map(textTest)
  const [first] = parts
  const same =
    first !== undefined &&
    parts.every((part) => part !== undefined && part.field === first.field && !part.not)
  return same ? { ...first, values: parts.flatMap((part) => part?.values ?? []) } : undefined
}

/** The values that a field must have one of. */
export const oneOf =
  (...fields: readonly string[]) =>
  (test: Expression): readonly string[] | undefined => {
    const found = textTest(test)
    return found !== undefined && !found.not && fields.includes(found.field) ? found.values : undefined
  }

export interface LikePattern {
  readonly match: 'equals' | 'contains' | 'starts_with' | 'ends_with'
  readonly value: string
}

/** What a LIKE pattern asks for; undefined for wildcards inside. */
export function likePattern(pattern: string, escape: string | undefined): LikePattern | undefined {
  const signs: { sign: string; wild: boolean }[] = []
  const letters = [...pattern]
  for (let i = 0; i < letters.length; i++) {
    const escaped = letters[i] === escape && escape !== undefined
    const sign = letters[escaped ? ++i : i]
    if (sign === undefined) return undefined
    signs.push({ sign, wild: !escaped && (sign === '%' || sign === '_') })
  }
  const from = signs[0]?.wild && signs[0].sign === '%' ? 1 : 0
  const last = signs.at(-1)
  const to = signs.length > from && last?.wild && last.sign === '%' ? signs.length - 1 : signs.length
  const inner = signs.slice(from, to)
  if (inner.length === 0 || inner.some(({ wild }) => wild)) return undefined
  const open = from > 0
  const match = to < signs.length ? (open ? 'contains' : 'starts_with') : open ? 'ends_with' : 'equals'
  return { match, value: inner.map(({ sign }) => sign).join('') }
}

/** A comparison with numbers, as SQL has more of them than criteria. */
export interface NumberTest {
  readonly op: CompareOp | 'between' | 'not between'
  readonly value: number | [number, number]
}

/** The number that a constant comes to. */
export function numberOf(part: Expression): number | undefined {
  if (part.kind === 'number') return part.value
  if (part.kind === 'text' && /^-?\d+(\.\d+)?$/.test(part.value)) return Number(part.value)
  if (part.kind !== 'binary') return undefined
  const [left, right] = [numberOf(part.left), numberOf(part.right)]
  if (left === undefined || right === undefined) return undefined
  switch (part.op) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
    case '%':
    case '||':
      return undefined
  }
}

/** A test that compares what `isLeft` knows with numbers. */
export function numberTest(
  test: Expression,
  isLeft: (part: Expression) => boolean,
  value: (part: Expression) => number | undefined = numberOf,
): NumberTest | undefined {
  if (test.kind === 'compare') {
    const straight = isLeft(test.left)
    if (!straight && !isLeft(test.right)) return undefined
    const number = value(straight ? test.right : test.left)
    return number === undefined ? undefined : { op: straight ? test.op : MIRRORED[test.op], value: number }
  }
  if (test.kind !== 'between' || !isLeft(test.of)) return undefined
  const [low, high] = [value(test.low), value(test.high)]
  if (low === undefined || high === undefined) return undefined
  return { op: test.not ? 'not between' : 'between', value: [low, high] }
}

const OPPOSITES = {
  '=': '<>',
  '<>': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
  between: 'not between',
  'not between': 'between',
} as const

export const opposite = ({ op, value }: NumberTest): NumberTest => ({ op: OPPOSITES[op], value })

/** The test as criteria have it, and whether it is denied: `<> 5` is not `= 5`. */
export function comparisonIn({ op, value }: NumberTest): { test: Comparison; denied: boolean } {
  if (op === '<>') return { test: { op: '=', value }, denied: true }
  if (op === 'not between') return { test: { op: 'between', value }, denied: true }
  return { test: { op, value }, denied: false }
}
