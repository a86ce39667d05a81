import { phrase, skip } from '../../grammar/phrase.ts'
import { endOf, made, type ReadEdit, startOf } from './edit.ts'
import { parametersMeant } from './parameter-meant.ts'

const keep = phrase('keep|leave|retain the|its?', 'do not change|touch the|its?')
const rest = phrase(
  'the? rest|others|other',
  'everything|anything|all else|other|others?',
  'the? rest as it|they is|are|was|were',
  'everything|all else? as it|they? is|are|was|were',
  'everything|rest else? same|unchanged|untouched',
  'the? rest stays? the? same|unchanged|untouched',
)
const stays = phrase('stays the? same|unchanged', 'stays|remains')
const asIs = phrase(
  'as it|they? is|are|was|were',
  'unchanged|untouched|same',
  'as a? before',
  'pref|preference|filter',
)

/** `keep the UK preference`, `leave the rest as it is`: what does not change, said beside what does. */
export const kept: ReadEdit = (edit, parameters) => {
  const start = startOf(edit)
  const end = endOf(edit)
  const bare = rest(edit, start)
  if (bare >= 0 && skip(edit, bare, stays, asIs) >= end) return made(parameters)
  const opened = keep(edit, start)
  if (opened < 0) return undefined
  const all = rest(edit, opened)
  if (all >= 0 && skip(edit, all, asIs) >= end) return made(parameters)
  for (let at = opened + 1; at <= end; at++) {
    if (at < end && asIs(edit, at) !== end) continue
    if (parametersMeant(edit, opened, at, parameters).length > 0) return made(parameters)
  }
  return undefined
}
