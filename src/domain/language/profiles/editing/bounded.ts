import { isCondition } from '../../../criteria/node.ts'
import type { Parameter } from '../../../profiles/parameter.ts'
import { phrase, skip } from '../../grammar/phrase.ts'
import { numberIn, replaced } from './changed-parameters.ts'
import { article, endOf, list, made, meant, type ReadEdit, startOf, wordsIn } from './edit.ts'

const set = phrase(
  'change|set|raise|lower|update|increase|decrease|adjust|move|bump|put|reduce|make up|down?',
)
const low = phrase('min|minimum|lower|least')
const high = phrase('max|maximum|upper|most')
const bound = phrase('bound|limit|number|count|size|amount|of')
const amountTo = phrase('up|down? to', 'at|=|:')

/** `change the min employees to 2,500`, `raise the minimum years of experience to 10` */
export const bounded: ReadEdit = (edit, parameters, whose) => {
  const { name } = whose
  const start = startOf(edit)
  const end = endOf(edit)
  const opened = set(edit, start)
  const at = skip(edit, opened < 0 ? start : opened, article)
  const lower = low(edit, at)
  const upper = high(edit, at)
  const side = Math.max(lower, upper)
  const value = edit.tokens[end - 1]?.number
  if (opened < 0 || side < 0 || value === undefined) return undefined
  for (let i = side + 1; i < end; i++) {
    if (amountTo(edit, i) !== end - 1) continue
    const from = skip(edit, side, bound)
    const one = meant(edit, from, i, parameters, whose)
    if ('asks' in one) {
      const words = `${lower >= 0 ? 'at least' : 'at most'} ${value} ${wordsIn(edit, from, i)}`
      return { ...one, choices: [`in ${name}, also require ${words}`] }
    }
    const next = withBound(one, lower >= 0, value)
    if (next !== undefined) return made(replaced(parameters, one, next))
    return {
      asks: `“${wordsIn(edit, from, i)}” stands in “${name}” as: ${list(edit, [one])}. What should it be?`,
    }
  }
  return undefined
}

function withBound(parameter: Parameter, lower: boolean, value: number): Parameter | undefined {
  const { criteria } = parameter
  const held = isCondition(criteria) ? numberIn(criteria) : undefined
  if (held === undefined || !isCondition(criteria) || !('op' in criteria)) return undefined
  const [from, to] =
    typeof held.value === 'number'
      ? [held.op.startsWith('>') ? held.value : undefined, held.op.startsWith('<') ? held.value : undefined]
      : held.value
  const other = lower ? to : from
  const whole = other === undefined || held.op === 'between'
  // “Under 500” has no place in “between”, which holds both ends.
  if (!whole && held.op !== '>=' && held.op !== '<=') return undefined
  const next =
    other === undefined
      ? { op: lower ? '>=' : '<=', value }
      : { op: 'between', value: lower ? [value, other] : [other, value] }
  if (other !== undefined && (lower ? value > other : value < other)) return undefined
  return { ...parameter, criteria: Object.assign({}, criteria, next) }
}
