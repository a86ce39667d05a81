import type { Expression } from '../../criteria/sql/expression.ts'
import type { SqlReading, SqlTest } from '../../criteria/sql/reading.ts'
import { comparisonIn, numberTest } from '../../criteria/sql/take.ts'
import { isNamed } from '../shared/product-filter-from-sql.ts'
import type { CombinedScoreCondition } from './combined-score.ts'

/** `(icp_score + persona_score) / 2.0 > 80` */
export function combinedScoreFromSql(test: SqlTest): SqlReading {
  if (test.kind !== 'columns') return undefined
  const found = numberTest(test.test, isCombined)
  if (found === undefined) return undefined
  const { test: compared, denied } = comparisonIn(found)
  const condition: CombinedScoreCondition = { type: 'combined_score', ...compared }
  // A denial in SQL leaves out those who have no persona.
  return denied ? { all: [{ none: [condition] }, { type: 'person_profile', kind: 'persona' }] } : condition
}

const isCombined = (part: Expression): boolean =>
  part.kind === 'binary' &&
  part.op === '/' &&
  part.right.kind === 'number' &&
  part.right.value === 2 &&
  isSum(part.left)

function isSum(part: Expression): boolean {
  if (part.kind !== 'binary' || part.op !== '+') return false
  const [icp, persona] = [isNamed('icp_score'), isNamed('persona_score')]
  return (icp(part.left) && persona(part.right)) || (persona(part.left) && icp(part.right))
}
