import { sql } from 'kysely'
import { foldText } from '#kernel/text.ts'
import type { CustomerRecord } from '../../customers/record.ts'
import type { AttributeReadings, AttributeTest } from './attribute-test.ts'
import { anyOf } from '../shared/value-words.ts'
import { unknownValues } from '../shared/problems.ts'
import { allOf, cutByCustomer, inPiece, not } from '../shared/set-query.ts'
import { literal, membersText, oneOfText } from '../shared/sql-text.ts'
import { isAmong } from '../shared/text-match.ts'

export type ListTest = Extract<AttributeTest, { kind: 'known' | 'unknown' | 'texts' }>

const KINDS = { tags: 'tag', interests: 'interest' } as const
const BE_WORDS = { tags: 'tagged', interests: 'interested in' } as const

/** A list of labels; compared by whole value. */
export function listReadings(field: 'tags' | 'interests', asked: ListTest): AttributeReadings {
  const kind = KINDS[field]
  const complement = asked.kind === 'unknown'
  const keys = asked.kind === 'texts' ? asked.values.map(foldText) : []
  const labelsOf = (customer: CustomerRecord) => customer[field].filter((label) => foldText(label) !== '')
  return {
    check: ({ dictionary }) =>
      asked.kind === 'texts' ? unknownValues(dictionary, field, asked.values, ['value']) : [],
    words() {
      if (asked.kind === 'texts') return `are ${BE_WORDS[field]} ${anyOf(asked.values)}`
      return complement ? `have no known ${kind}` : `have a known ${kind}`
    },
    plan({ dialect }) {
      const tests = [sql<boolean>`l.kind = ${kind}`, inPiece('l.customer_id')]
      if (keys.length > 0) tests.push(dialect.oneOf(sql`l.key`, keys))
      const members = cutByCustomer(
        dialect,
        sql`SELECT l.customer_id FROM customer_labels AS l WHERE ${allOf(tests)}`,
      )
      return complement ? not(members) : members
    },
    predicate() {
      const labelled = keys.length > 0 ? ` AND ${oneOfText('label_key', keys)}` : ''
      return membersText(`v_labels WHERE kind = ${literal(kind)}${labelled}`, { complement })
    },
    holds(customer) {
      const labels = labelsOf(customer)
      if (asked.kind === 'texts') return labels.some((label) => isAmong(label, asked.values))
      return labels.length > 0 !== complement
    },
    actual(customer) {
      const labels = labelsOf(customer)
      return labels.length === 0 ? `has no known ${kind}` : `is ${BE_WORDS[field]} ${anyOf(labels)}`
    },
  }
}
