import type { Window } from '../../time/window.ts'
import type { Comparison } from '../shared/comparison.ts'

/** Whole years that somebody can have lived. */
export const isAge = ({ value }: Comparison): boolean =>
  [value].flat().every((n) => Number.isInteger(n) && n > 0 && n < 120)

/** Fewer are of children: where no word says that a number is an age, it counts something else. */
export const isGrownUp = ({ value }: Comparison): boolean => [value].flat().every((n) => n >= 14)

/** Ages are whole years lived: 25 to 34 is born more than 25 and not yet 35 years ago. */
export function ageCriteria({ op, value }: Comparison) {
  const [low, high] = Array.isArray(value) ? value : [value, value]
  const born = (during: Window) =>
    ({ type: 'attribute', field: 'birthday', op: 'during', window: during }) as const
  switch (op) {
    case '>=':
      return born({ kind: 'older', n: low, unit: 'year' })
    case '>':
      return born({ kind: 'older', n: low + 1, unit: 'year' })
    case '<':
      return born({ kind: 'last', n: low, unit: 'year' })
    case '<=':
      return born({ kind: 'last', n: low + 1, unit: 'year' })
    case '=':
    case 'between':
      return born({ kind: 'ago', from: low, to: high + 1, unit: 'year' })
  }
}

/** "at least 25 and at most 34" are the ages from the one to the other. */
export function oneAge([first, second, ...more]: readonly Comparison[]): Comparison | undefined {
  if (first === undefined || second === undefined || more.length > 0)
    return more.length > 0 ? undefined : first
  const [low, high] = [first, second].toSorted(
    (a, b) => Number(a.op.startsWith('<')) - Number(b.op.startsWith('<')),
  )
  if (low === undefined || high === undefined || Array.isArray(low.value) || Array.isArray(high.value))
    return undefined
  const from = low.op === '>=' ? low.value : low.op === '>' ? low.value + 1 : undefined
  const to = high.op === '<=' ? high.value : high.op === '<' ? high.value - 1 : undefined
  return from === undefined || to === undefined || from > to
    ? undefined
    : { op: 'between', value: [from, to] }
}

/** The same where a word says that the number is an age: nobody is younger than 0, so that “0 to 17” is up to 17. */
export function saidAge(tests: readonly Comparison[]): Comparison | undefined {
  const test = oneAge(tests)
  if (!Array.isArray(test?.value) || test.value[0] !== 0) return test
  return { op: '<=', value: test.value[1] }
}
