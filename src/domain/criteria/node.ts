import type { Condition } from '../conditions/index.ts'
import type { Criteria } from './schema.ts'

export const isCondition = (node: Criteria): node is Condition => 'type' in node
