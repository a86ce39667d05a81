import { sql } from 'kysely'
import { foldText } from '#kernel/text.ts'
import type { CompanyRecord } from '../../../accounts/record.ts'
import { attributeTest, OPS_BY_KIND } from '../../attribute/attribute-test.ts'
import { unknownValues } from '../problems.ts'
import { allOf, cutBy, inPiece, not } from '../set-query.ts'
import { oneOfText } from '../sql-text.ts'
import { distinct, isAmong } from '../text-match.ts'
import { anyOf } from '../value-words.ts'
import type { Asked, Column } from './column.ts'
import type { KnownTest } from './known.ts'

type ListTest = KnownTest | { readonly kind: 'texts'; readonly values: readonly string[] }

function listTest({ op, value }: Asked): ListTest | undefined {
  if (op === 'like' || op === 'means') return undefined
  const test = attributeTest({ op, value })
  if (test === undefined || test.kind === 'number' || test.kind === 'window') return undefined
  return test.kind !== 'texts' || op === 'has' || op === 'in' ? test : undefined
}

/** What a company uses: a list, compared by whole names. */
export const technologyColumn: Column<CompanyRecord> = {
  takes: OPS_BY_KIND.list,
  values: 'company.technology',
  normal(asked) {
    const test = listTest(asked)
    if (test?.kind !== 'texts') return asked
    const values = distinct(test.values)
    const [value] = values
    return value === undefined || values.length > 1 ? { op: 'in', value: values } : { op: 'has', value }
  },
  readings(asked) {
    const test = listTest(asked)
    if (test === undefined) return undefined
    const complement = test.kind === 'unknown'
    const keys = test.kind === 'texts' ? test.values.map(foldText) : []
    return {
      check: ({ dictionary }) =>
        test.kind === 'texts' ? unknownValues(dictionary, 'company.technology', test.values, ['value']) : [],
      words() {
        if (test.kind === 'texts') return `use ${anyOf(test.values)}`
        return complement ? 'have no known technology' : 'have a known technology'
      },
      plan({ dialect }) {
        const tests = [inPiece('t.company_id')]
        if (test.kind === 'texts') tests.push(dialect.oneOf(sql`t.key`, keys))
        const members = cutBy(
          'company',
          dialect,
          sql`SELECT t.company_id FROM company_technologies AS t WHERE ${allOf(tests)}`,
        )
        return complement ? not(members) : members
      },
      predicate() {
        const those = test.kind === 'texts' ? ` WHERE ${oneOfText('technology_key', keys)}` : ''
        return `company.id ${complement ? 'NOT IN' : 'IN'} (SELECT company_id FROM v_technologies${those})`
      },
      holds({ technologies }) {
        if (test.kind === 'texts') return technologies.some((label) => isAmong(label, test.values))
        return technologies.length > 0 !== complement
      },
      actual: ({ technologies }) =>
        technologies.length === 0 ? 'has no known technology' : `uses ${anyOf(technologies)}`,
    }
  },
}
