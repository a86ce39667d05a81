import { type Phrase, phrase, skip } from '../../grammar/phrase.ts'
import type { Reading } from '../../grammar/reading.ts'
import { replaced } from './changed-parameters.ts'
import { parametersMeant, wholePart } from './parameter-meant.ts'
import { article, endOf, made, meant, points, type ReadEdit, startOf, wordsIn, worth } from './edit.ts'

const move = phrase(
  'set|change|put|make|bump|raise|lower|increase|decrease|reduce|adjust|move|drop up|down? the?',
  'weight|weigh the?',
)
const weightOf = phrase('weight|weighting|points|score of|for|on the?', 'weight')
const weightWord = phrase('weight|weighting|points|score')
const toAmount = phrase('up|down? to', 'at|=|:', 'is|be|becomes')
/** What is new has its weight said beside it. */
const adding = phrase('prefer|favor|favour|ideally|add|require|score|exclude|with')
const byAmount = phrase('up|down? by')
const give = phrase('give|grant')

/** `set the weight of hiring to 3`, `bump the hiring weight up to 40`, `give HubSpot 20 points`, `hiring should be worth 20` */
export const reweighed: ReadEdit = (edit, parameters, whose) => {
  const { name } = whose
  const start = startOf(edit)
  const end = endOf(edit)
  const found = weighedAt(edit, start, end)
  if (found === undefined) return undefined
  const { from, to, weight, by } = found
  const one = meant(edit, from, to, parameters, whose)
  const what = wordsIn(edit, from, to)
  if ('asks' in one) {
    if (parametersMeant(edit, from, to, parameters).length > 0) return one
    if (wholePart(edit, from, to) === undefined) return undefined
    return {
      asks: `“${name}” has no score for “${what}”. Shall I add one with weight ${weight}?`,
      choices: [`in ${name}, prefer ${what} weight ${weight}`],
    }
  }
  if (one.mode !== 'score') {
    return {
      asks: `“${what}” is a ${one.mode === 'filter' ? 'must' : 'reason to leave out'} in “${name}”, which has no weight. Should it be a nice-to-have with weight ${weight} instead?`,
      choices: [`in ${name}, make ${what} a nice-to-have worth ${weight}`],
    }
  }
  return made(replaced(parameters, one, { ...one, weight: by ? one.weight + weight : weight }))
}

function weighedAt(
  edit: Reading,
  start: number,
  end: number,
): { readonly from: number; readonly to: number; readonly weight: number; readonly by: boolean } | undefined {
  const last = points(edit, end - 1) === end ? end - 1 : end
  const weight = edit.tokens[last - 1]?.number
  if (weight === undefined || last - 1 <= start) return undefined
  const at = last - 1
  if (adding(edit, start) >= 0) return undefined
  const given = give(edit, start)
  if (given >= 0) {
    for (let i = given + 1; i <= at; i++) {
      if (i === at ? last < end : worth(edit, i) === at) return { from: given, to: i, weight, by: false }
    }
    return undefined
  }
  for (let i = start + 1; i < at; i++) {
    const to = toAmount(edit, i)
    const by = byAmount(edit, i)
    if (to !== at && by !== at) continue
    const opened = move(edit, start)
    const from = skip(edit, opened < 0 ? start : opened, article)
    const of = weightOf(edit, from)
    if (of >= 0 && of < i) return { from: of, to: i, weight, by: by === at }
    if (weightWord(edit, i - 1) === i && from < i - 1) return { from, to: i - 1, weight, by: by === at }
  }
  // “Bump hiring to 10 points”: the points say that it is a weight.
  const raised = move(edit, start)
  if (raised >= 0 && last < end) {
    for (let i = raised + 1; i < at; i++) {
      const to = toAmount(edit, i)
      const by = byAmount(edit, i)
      if (to === at || by === at) return { from: skip(edit, raised, article), to: i, weight, by: by === at }
    }
  }
  for (let i = start + 1; i < at; i++) {
    if (worth(edit, i) !== at) continue
    if (move(edit, start) < 0 && skipBack(edit, i, shouldBe) === i) continue
    const opened = skip(edit, start, move)
    return { from: skip(edit, opened, article), to: skipBack(edit, i, shouldBe), weight, by: false }
  }
  return undefined
}

const shouldBe = phrase('should|must|is|to|be be?')
/** Before a phrase that ends here. */
function skipBack(edit: Reading, end: number, words: Phrase): number {
  for (const from of [end - 2, end - 1]) if (from > 0 && words(edit, from) === end) return from
  return end
}
