import { asFilters, asScores } from '../../../profiles/as-parameters.ts'
import type { Parameter } from '../../../profiles/parameter.ts'
import { phrase, skip } from '../../grammar/phrase.ts'
import { type Reading, wordAt } from '../../grammar/reading.ts'
import { inMode } from './changed-parameters.ts'
import { points, worth } from './edit.ts'
import { wholePart } from './parameter-meant.ts'

/** Parameters of one mode, one for each thing that is listed; `unsaid` where one that scores has no weight of its own. */
export interface Listed {
  readonly parameters: Parameter[]
  readonly unsaid: boolean
}

const joint = phrase(',|;|and|&|plus', ', and|plus', '; and')
const idle = phrase(
  'companies|company|accounts|firms|people|those|anyone|located|based|ones',
  'those who|that',
)

/**
 * `agencies and consultancies`, `Series B 2 points, HubSpot (3)`, `California or Florida 5`: each thing is a parameter
 * by itself. What must hold is read as one sentence, since “or” in it says more than a list does. Undefined where a
 * word of it is not understood.
 */
export function listedIn(
  edit: Reading,
  from: number,
  to: number,
  mode: Parameter['mode'],
  weight?: number,
): Listed | undefined {
  const start = skip(edit, from, punctuation)
  if (mode === 'filter') {
    const criteria = wholePart(edit, start, to)
    return criteria && { parameters: asFilters(criteria).map((one) => inMode(one, mode, 1)), unsaid: false }
  }
  const items = itemsOf(edit, start, to, mode, weight)
  if (items !== undefined) return items
  const one = itemIn(edit, start, to, mode, weight)
  return one && { parameters: one.parameters, unsaid: one.unsaid }
}

const punctuation = phrase(':|,|-|–|—|=')

/** As many things as the list can be split into, each of them understood. */
function itemsOf(
  edit: Reading,
  from: number,
  to: number,
  mode: 'score' | 'exclude',
  weight: number | undefined,
): Listed | undefined {
  for (let at = from + 1; at < to - 1; at++) {
    const behind = joint(edit, at)
    if (behind < 0 || behind >= to) continue
    const first = itemIn(edit, from, at, mode, weight)
    const rest = first && (itemsOf(edit, behind, to, mode, weight) ?? itemIn(edit, behind, to, mode, weight))
    if (first === undefined || rest === undefined) continue
    return {
      parameters: [...first.parameters, ...rest.parameters],
      unsaid: first.unsaid || rest.unsaid,
    }
  }
  return undefined
}

function itemIn(
  edit: Reading,
  from: number,
  to: number,
  mode: 'score' | 'exclude',
  weight: number | undefined,
): Listed | undefined {
  const own = mode === 'score' ? weightBehind(edit, from, to) : undefined
  const end = own?.from ?? to
  const criteria = wholePart(edit, from, end) ?? wholePart(edit, skip(edit, from, idle), end)
  if (criteria === undefined) return undefined
  if (mode === 'exclude')
    return { parameters: asFilters(criteria).map((one) => inMode(one, mode, 1)), unsaid: false }
  const counted = own?.weight ?? weight
  return { parameters: [...asScores(criteria, counted ?? 1)], unsaid: counted === undefined }
}

/** `(5 points)`, `with weight 3`, a bare `5` behind what it is for. */
export function weightBehind(
  edit: Reading,
  from: number,
  to: number,
): { readonly weight: number; readonly from: number } | undefined {
  let end = wordAt(edit, to - 1) === ')' ? to - 1 : to
  if (points(edit, end - 1) === end) end--
  const token = edit.tokens[end - 1]
  const weight = token?.number
  if (weight === undefined || token?.scaled !== undefined || end - 1 <= from) return undefined
  let start = end - 1
  for (let i = Math.max(from + 1, start - 5); i < end - 1; i++) {
    if (worth(edit, i) === end - 1) {
      start = i
      break
    }
  }
  while (start > from + 1 && /^[(,:]$/.test(wordAt(edit, start - 1))) start--
  return { weight, from: start }
}
