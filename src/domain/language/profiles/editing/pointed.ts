import type { ProfileParameters } from '../../../profiles/parameter.ts'
import { phrase, skip } from '../../grammar/phrase.ts'
import type { Reading } from '../../grammar/reading.ts'
import { keyOf } from './changed-parameters.ts'
import { article, endOf, made, points, type ReadEdit, startOf } from './edit.ts'
import { listedIn, weightBehind } from './listed-parameters.ts'

const earns = phrase(
  'should|must|will|would|shall? get|gets|earn|earns|give|gives|score|scores|have|has a|an? extra|additional|another?',
  'are|is|be? worth',
  'should|must|will be worth',
)
const extra = phrase('extra|more|each|apiece', 'on top')

/**
 * `Ontario companies should get 3 points extra`, and behind another change of weights a bare `Quebec 2`: what is
 * preferred, with its points. One that is preferred already has them from then on.
 */
export const pointed: ReadEdit = (edit, parameters, { recent }) => {
  const start = startOf(edit)
  const all = endOf(edit)
  const last = extra(edit, all - 1) === all ? all - 1 : all
  const counted = weightBehind(edit, start, last)
  const said = points(edit, last - 1) === last
  if (counted === undefined || (!said && !recent.some(({ mode }) => mode === 'score'))) return undefined
  const to = endBefore(edit, start, counted.from)
  const found = listedIn(edit, skip(edit, start, article), to, 'score', counted.weight)
  if (found === undefined) return undefined
  return made(withWeights(parameters, found.parameters))
}

/** The end of what is preferred, in front of “should get”. */
function endBefore(edit: Reading, start: number, end: number): number {
  for (let at = start + 1; at < end; at++) if (earns(edit, at) === end) return at
  return end
}

function withWeights(parameters: ProfileParameters, others: ProfileParameters): ProfileParameters {
  const bare = (one: ProfileParameters[number]) =>
    keyOf({ ...one, ...(one.mode === 'score' && { weight: 1 }) })
  const known = new Map(others.map((one) => [bare(one), one]))
  const next = parameters.map((one) => known.get(bare(one)) ?? one)
  const there = new Set(parameters.map(bare))
  return [...next, ...others.filter((one) => !there.has(bare(one)))]
}
