import { sql } from 'kysely'
import { z } from 'zod'
import type { ConditionDefinition } from '../define.ts'
import { numberWords } from '../shared/comparison.ts'
import { byFacts } from '../shared/set-query.ts'
import { quotedWords } from '../shared/value-words.ts'
import { samplePhrases } from './sample-phrases.ts'
import { RANDOM_PART, sampleFromSql } from './sample-from-sql.ts'
import { PARTS, partOf, placeText, startOf, startText } from './share-of.ts'

const percent = z
  .number()
  .min(0)
  .max(100)
  .refine((value) => value === Math.round(value * 100) / 100, {
    message: 'a percentage has at most 2 decimals',
  })

/**
 * A random share of all customers that stays the same: `from` 0 `to` 10 is a random 10%, and from 10 to 100 are all
 * the others. Shares of one split that don't meet share nobody; another split draws other people. Who is in depends
 * on the internal id alone, so that beside other conditions it is their share too, more or less.
 *
 * @example { type: 'sample', from: 0, to: 10 }
 * @example { type: 'sample', from: 50, to: 100, split: 'spring test' }
 */
const sampleSchema = z
  .strictObject({
    type: z.literal('sample'),
    from: percent,
    to: percent,
    split: z.string().trim().min(1).max(100).optional(),
  })
  .refine((c) => c.from < c.to, {
    message: 'from must be less than to: a share of nobody is empty',
    path: ['to'],
  })
export type SampleCondition = z.infer<typeof sampleSchema>

export const sample: ConditionDefinition<'sample', SampleCondition> = {
  type: 'sample',
  entity: 'customer',
  schema: sampleSchema,
  form: {
    title: 'A random share',
    start: { type: 'sample', from: 0, to: 10 },
  },
  meaning:
    'A stable random share of everybody, as percentages: 0 to 10 is a random 10%, 10 to 100 the others. split: a name, for another draw',
  phrases: samplePhrases,
  sources: () => ['customers'],
  check: () => [],
  words(condition) {
    const { from, to, split } = condition
    const range = from === 0 ? '' : ` from ${numberWords(from)}% to ${numberWords(to)}%`
    const named = split === undefined ? '' : ` of the split ${quotedWords(split)}`
    return `are in a random ${numberWords(sizeOf(condition))}% of everybody${range}${named}`
  },
  plan(condition, { dialect }) {
    const { low, high } = partsOf(condition)
    const place = placeText(`(${startText('f.id', startOf(condition.split))})`)
    return byFacts(dialect, [
      sql<boolean>`${sql.raw(place)} % ${sql.raw(String(PARTS))} BETWEEN ${low} AND ${high}`,
    ])
  },
  predicate: ({ from, to, split }, _ctx, { part }) => {
    const drawn = `SELECT id, ${startText('id', startOf(split))} AS x FROM v_customers`
    const rows = part(
      split === undefined ? RANDOM_PART : `${RANDOM_PART}: ${split}`,
      () => `SELECT id, ${placeText('x')} % ${PARTS} / ${PARTS / 100}.0 AS percent FROM (${drawn})`,
    )
    return `customer.id IN (SELECT id FROM ${rows} WHERE percent >= ${from} AND percent < ${to})`
  },
  fromSql: sampleFromSql,
  holds(condition, { id }) {
    const { low, high } = partsOf(condition)
    const part = partOf(id, startOf(condition.split))
    return part >= low && part <= high
  },
  actual: ({ split }, { id }) => `stands at ${numberWords(partOf(id, startOf(split)) / 100)}% of the split`,
}

/** The parts of a split that a share takes, both ends included. */
const partsOf = ({ from, to }: SampleCondition) => ({
  low: Math.round(from * 100),
  high: Math.round(to * 100) - 1,
})

const sizeOf = ({ from, to }: SampleCondition): number => Math.round((to - from) * 100) / 100
