import { asFilters } from '../../../profiles/as-parameters.ts'
import type { Parameter, ProfileParameters, ScoreParameter } from '../../../profiles/parameter.ts'
import { type Phrase, phrase, skip } from '../../grammar/phrase.ts'
import type { Reading } from '../../grammar/reading.ts'
import { inMode, replaced, withOthers } from './changed-parameters.ts'
import { article, endOf, made, meant, nounBefore, points, type ReadEdit, startOf, UNWEIGHED } from './edit.ts'
import { wholePart } from './parameter-meant.ts'

const notNeeded = phrase(
  'does|do|need|needs|must|should not need|have|has? to? match|fit|hold|apply|be',
  'does|do|need|needs not have|need to match|fit|hold|apply|be there|met|so',
  'is|are not a? must|required|needed|necessary|mandatory',
  'is|are optional',
)
const just = phrase(
  ',|;|.|-|–|—? but|and|so|then? just|simply|only|rather|instead? give|gives|giving it|that|this|them a? weight? of?',
  ',|;|.|-|–|—? but|and|so|then? just|simply|only|rather|instead? score|weigh|weight it|that|this|them with|at|as?',
)
const bonus = phrase(
  'give|add|grant a|an|some|extra|bonus? bonus|boost|points|credit|plus extra? to|for|if|when',
  'give|add|grant extra|bonus|additional points|credit|weight to|for|if|when',
)
const butNoMust = phrase(
  ',? but|and|though do not require|demand|need it|them|that|this',
  ',? but|and|though it|that|this|they is|are not a? must|required|mandatory|necessary',
  ',? but|and|though not? as a? must|requirement|filter',
  ',? without requiring|demanding it|them|that',
)
const equal = phrase(
  'make|set|weigh|weight|give|keep|score|count them|it|these|those|everything|each|all? all|each|both? the? same|equal|equally|alike weight|weights|weighting|importance|points?',
  'make|set|give|keep|use? all|the? weights|weight|points|scores? all|the? same|equal|alike',
  'make|set|weigh|weight all|the weights|points|scores equal|equally|alike|same',
  'equal|the|same weights|weight|points for|on? all|everything|each?',
)
const everything = phrase('everything|all', 'all the? rest|others', 'everything else', 'all of them|it')
const asScore = phrase(
  'should|must|can|shall|may? just|only|merely? count|counts|be|become|score as|a|an|like? a|an? score|scores|preference|preferences|bonus|nice-to-have',
  'should|must|can|shall|may just|only|merely? score',
  'is|are just|only|merely? a|an? nice to have',
)
const except = phrase(
  'except|but|besides|apart|other for|from|than?',
  'with the exception of',
  'only|just not',
)

/**
 * What was a must and only scores from now on: “the industry doesn’t have to match, just give it 40 points”,
 * “everything should count as a score except the country”; “give a bonus to AWS users, but don’t require it”.
 */
export const softened: ReadEdit = (edit, parameters, whose) => {
  const [start, end] = [startOf(edit), endOf(edit)]
  if (equal(edit, start) === end) return equalized(parameters)
  const all = everything(edit, start)
  const counted = all < 0 ? -1 : asScore(edit, all)
  if (counted >= 0) {
    const left = except(edit, counted)
    if (counted < end && left < 0) return undefined
    const from = skip(edit, left, article)
    const kept =
      counted === end ? undefined : meant(edit, from, nounBefore(edit, from, end), parameters, whose)
    if (kept !== undefined && 'asks' in kept) return kept
    const next = parameters.map((one) =>
      one.mode === 'filter' && one !== kept ? inMode(one, 'score', 1) : one,
    )
    return made(next, 'Each that was a must and only scores from now on has weight 1.')
  }
  const given = bonus(edit, start)
  if (given >= 0) {
    const to = lastBefore(edit, given, end, butNoMust)
    const wished = to === undefined ? undefined : wholePart(edit, given, to)
    if (wished === undefined) return undefined
    const others = asFilters(wished).map((one) => inMode(one, 'score', 1))
    return made(withOthers(parameters, others).parameters, UNWEIGHED)
  }
  return noLongerMust(edit, start, end, parameters, whose)
}

/** The end of what stands before words that end the edit, or the end of it. */
function lastBefore(edit: Reading, from: number, end: number, words: Phrase): number | undefined {
  for (let at = from + 1; at < end; at++) if (words(edit, at) === end) return at
  return end
}

function noLongerMust(
  edit: Reading,
  start: number,
  end: number,
  parameters: ProfileParameters,
  whose: Parameters<ReadEdit>[2],
) {
  const from = skip(edit, start, article)
  for (let at = from + 1; at < end; at++) {
    const behind = notNeeded(edit, at)
    if (behind < 0) continue
    const last = points(edit, end - 1) === end ? end - 1 : end
    const weight = edit.tokens[last - 1]?.number
    if (behind < end && (weight === undefined || just(edit, behind) !== last - 1)) return undefined
    const one = meant(edit, from, nounBefore(edit, from, at), parameters, whose)
    if ('asks' in one) return one
    if (one.mode !== 'filter') return undefined
    const said = behind < end && weight !== undefined ? weight : 1
    const rest = replaced(parameters, one, undefined)
    const score: Parameter = inMode(one, 'score', said)
    return made(withOthers(rest, [score]).parameters, ...(behind < end ? [] : [UNWEIGHED]))
  }
  return undefined
}

/** “Make them all equal”: the mean of what the weights were, since only their proportions count. */
function equalized(parameters: ProfileParameters) {
  const scores = parameters.filter((one): one is ScoreParameter => one.mode === 'score')
  if (scores.length < 2) return undefined
  const sum = scores.reduce((total, { weight }) => total + weight, 0)
  const weight = Math.max(1, Math.round(sum / scores.length))
  return made(
    parameters.map((one) => (one.mode === 'score' ? { ...one, weight } : one)),
    `Each preference has the weight ${weight} from now on.`,
  )
}
