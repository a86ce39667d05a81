import { z } from 'zod'
import { comparedSchema, type Comparison, OPERATORS } from '../shared/comparison.ts'
import { type Condition, definitionOf } from '../index.ts'
import { entriesOf, type Facet, facetsIn, withPieces } from './facet.ts'

const testSchema = z.looseObject({ op: z.enum(OPERATORS), value: comparedSchema })

/** A comparison that a condition makes. */
export interface Test extends Facet<Comparison> {
  /** Whether it compares an amount of money; undefined where the condition alone does not say. */
  readonly money: boolean | undefined
}

/** Keys under which conditions keep what a single order or product costs. */
const PRICES = new Set(['total', 'price', 'discount'])

/** The comparisons in a condition, whatever its type: its own `op` and `value`, and those of its parts. */
export const testsIn = (condition: Condition): readonly Test[] =>
  facetsIn(condition, (value) => {
    const test = testSchema.safeParse(value).data
    return test && { op: test.op, value: test.value }
  }).map(({ path, value }) => ({
    path,
    value,
    money: path.length === 0 ? definitionOf(condition).money?.(condition) : PRICES.has(path.at(-1) ?? ''),
  }))

/** The condition with a comparison in the place of another; undefined where it can't be compared so. */
export const withTest = (
  condition: Condition,
  path: readonly string[],
  { op, value }: Comparison,
): Condition | undefined => withPieces(condition, [[...path, 'op'], op], [[...path, 'value'], value])

/** Numbers that stand by themselves, with no comparison: the 50 of "top 50", the 10 of "10 percent". */
export const plainNumbersIn = (condition: Condition): readonly Facet<number>[] =>
  entriesOf(condition).flatMap(([key, value]) =>
    typeof value === 'number' && key !== 'value' ? [{ path: [key], value }] : [],
  )
