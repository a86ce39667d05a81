import { isCondition } from '../../../criteria/node.ts'
import { phrase, skip } from '../../grammar/phrase.ts'
import { numberIn, replaced } from './changed-parameters.ts'
import { article, endOf, made, type ReadEdit, startOf, wordsIn } from './edit.ts'
import { heldAt } from './valued.ts'

const set = phrase(
  'change|set|switch|update|adjust|lower|raise|reduce|increase|bring|cut|put|make',
  'bump up|down?',
)
const to = phrase('down|up? to', '=|->|→|=>')

/** “Set hiring to 3”, “hiring = 3”, of something that scores wherever there is any of it: a number alone is its weight. */
export const weighedAlone: ReadEdit = (edit, parameters) => {
  const start = startOf(edit)
  const end = endOf(edit)
  const number = edit.tokens[end - 1]?.number
  const first = skip(edit, skip(edit, start, set), article)
  for (let at = end - 2; at > first && number !== undefined; at--) {
    if (to(edit, at) !== end - 1) continue
    const found = heldAt(edit, first, at, parameters)
    if (found?.one.mode !== 'score') return undefined
    const { one, noun } = found
    const held = isCondition(one.criteria) ? numberIn(one.criteria) : undefined
    const any = held === undefined || (held.op === '>' && held.value === 0)
    if (!any || edit.tokens.slice(...noun).some((token) => token.number !== undefined)) return undefined
    const says = `“${wordsIn(edit, first, end)}” is read as its weight.`
    return made(replaced(parameters, one, { ...one, weight: number }), says)
  }
  return undefined
}
