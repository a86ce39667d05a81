import { joinWords } from '#kernel/text.ts'
import type { ScoreRecord } from '../../profiles/score-of.ts'
import type { Miss, NamesContext } from '../define.ts'
import { comparisonWords } from '../shared/comparison.ts'
import { missOf } from '../shared/miss.ts'
import { KIND_WORDS, profileWords } from './profile-named.ts'
import { BEST_SCORE, type ProfileAsked, scoreTest } from './profile-shape.ts'

/** `have the ICP “SMB SaaS”`, `score at least 60 as the persona “CFO” in “SMB SaaS”`, `fit no ICP` */
export function askedWords(asked: ProfileAsked, ctx: NamesContext): string {
  const { kind, profile, unfit } = asked
  const test = scoreTest(asked)
  if (unfit === true) return kind === 'icp' ? 'fit no ICP' : 'fit no persona of their ICP'
  const score = test && comparisonWords(test, String)
  if (profile === undefined) {
    const some = kind === 'icp' ? 'an ICP' : 'a persona'
    return score === undefined ? `have ${some}` : `have ${some} score of ${score}`
  }
  const names = joinWords(
    profile.map((id) => profileWords(ctx.profile(id))),
    'or',
  )
  const named = `the ${KIND_WORDS[kind]} ${names}`
  return score === undefined ? `have ${named}` : `score ${score} as ${named}`
}

/** `has the ICP “SMB SaaS” with a score of 53` */
export function actualWords({ kind }: ProfileAsked, score: ScoreRecord | null, ctx: NamesContext): string {
  if (score === null) return 'fits no ICP'
  const { number, points } = kind === 'icp' ? { number: score.icp, points: score.icpScore } : personaOf(score)
  if (number === null) return `fits no persona of ${nameOf(score.icp, 'icp', ctx)}`
  return `has ${nameOf(number, kind, ctx)} with a score of ${points}`
}

const personaOf = ({ persona }: ScoreRecord) => ({
  number: persona?.number ?? null,
  points: persona?.score ?? null,
})

/** Scores may be older than the profiles: what was deleted since has no name any more. */
function nameOf(number: number, kind: ProfileAsked['kind'], ctx: NamesContext): string {
  const found = ctx.profiles().find((profile) => profile.number === number)
  return found === undefined
    ? `${kind === 'icp' ? 'an ICP' : 'a persona'} that was deleted`
    : `the ${KIND_WORDS[kind]} ${profileWords(found)}`
}

/** `7 more ICP points` */
export const scoreMiss = ({ kind, ...asked }: ProfileAsked, points: number | undefined): Miss | undefined => {
  const test = scoreTest({ kind, ...asked })
  if (test === undefined || points === undefined) return undefined
  return missOf(points, test, {
    most: BEST_SCORE,
    words: (n, more) => `${n} ${more ? 'more' : 'fewer'} ${KIND_WORDS[kind]} point${n === 1 ? '' : 's'}`,
  })
}
