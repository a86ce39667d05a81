import { isDeepStrictEqual } from 'node:util'
import type { Outcome } from '../../outcome.ts'
import type { Conversation } from '../../run/turn.ts'
import { problemScore } from '../../scorers/problem.ts'
import { missed, right, type Score, worst, wrong } from '../../scorers/verdict.ts'
import { defineSuite } from '../define.ts'
import { scoreKind } from '../kind.ts'
import { finds, saysAll } from '../texts.ts'
import { type FaithfulnessCase, faithfulnessCaseSchema } from './faithfulness-case.ts'
import { numbersIn, ungrounded } from './numbers.ts'

export const faithfulness = defineSuite({
  name: 'faithfulness',
  tells:
    'answers say the words and numbers of what was counted and no others; the words lead back to the same people',
  company: 'lived_in',
  schema: faithfulnessCaseSchema,
  folder: 'faithfulness',
  text: ({ text }) => text,
  async run({ text, context = [], expected }, { converse }) {
    const turns = await converse({ texts: [...context, text] })
    const first = turns.at(-1)?.outcome
    const score = scoreAnswer(expected, turns)
    if (score.verdict !== 'right' || !first?.words) return { score, turns }
    const again = await converse({ texts: [`customers who ${first.words}`] })
    return { score: worst([score, scoreReadBack(first, again.at(-1)?.outcome)]), turns: [...turns, ...again] }
  },
})

/** The last answer of a conversation against what was counted in it. */
export function scoreAnswer(expected: FaithfulnessCase['expected'], turns: Conversation): Score {
  const last = turns.at(-1)
  if (last === undefined) return missed('nothing was said')
  const { outcome } = last
  const { text, count, words, kind } = outcome
  const results = turns.flatMap(({ given }) => given).filter(({ as }) => as === 'result')
  const sources = [...turns.map(({ said }) => said), ...results.map(({ text: result }) => result)]
  const scores: (Score | undefined)[] = [
    problemScore(outcome),
    scoreKind(expected.kind, outcome),
    ...ungrounded(text, sources, outcome).map(({ text: number, of }) =>
      wrong(`says ${number} ${of}, which nothing it was given holds`),
    ),
    ...expected.not_said.filter((each) => finds(text, each)).map((each) => wrong(`says ${each}`)),
  ]
  const unsaid = saysAll(text, expected.says)
  if (unsaid !== undefined) scores.push(missed(unsaid))
  if (count != null && kind === 'preview' && !numbersIn(text).some(({ value }) => value === count)) {
    scores.push(missed(`does not say the count, ${count}`))
  }
  if (words && !plain(text).includes(plain(words))) scores.push(missed(`does not say the words “${words}”`))
  return worst([right(), ...scores.filter((score) => score !== undefined)])
}

/** Do the words, asked anew, lead to the same people? */
export function scoreReadBack(first: Outcome, again: Outcome | undefined): Score {
  if (again === undefined) return missed('nothing was said')
  const problem = problemScore(again)
  if (problem !== undefined) return problem
  if (again.kind !== 'preview' && again.kind !== 'proposal') {
    return missed(`its own words “${first.words}” are not read back: ${again.question ?? again.text}`)
  }
  const same = isDeepStrictEqual(sorted(first.members), sorted(again.members))
  if (!same) return wrong(`its own words “${first.words}” lead to other people: “${again.words}”`)
  return isDeepStrictEqual(first.criteria, again.criteria)
    ? right()
    : right(`its own words lead to the same people by other criteria: “${again.words}”`)
}

const sorted = (ids: Outcome['members']): readonly number[] => ids?.toSorted((a, b) => a - b) ?? []

/** Texts are the same when they differ in blanks, case and Markdown alone. */
const plain = (text: string): string =>
  text
    .replaceAll(/[*_`\\]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .toLowerCase()
