import type { Criteria } from '../../criteria/schema.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import { channelInstead } from './channels.ts'
import { replaceMatching } from './edit-values.ts'
import { replaceNamed } from './named-value.ts'
import { referred } from './refer.ts'
import {
  firmly,
  type FollowUp,
  type ReadPart,
  type Refined,
  refinedBy,
  suffixInstead,
  trimmed,
} from './refined.ts'

const put = phrase(
  'make|change|switch|set|turn|use|try|update|go|do|say it|that|this|them|the|with|for|country|city|category|product|segment|gender|place|channel|device|code|campaign|brand|tag? to|into|be|for|with|from|=|:?',
  'make it|that|this|them',
  'i meant|mean',
  'what|how about',
  'it|that|should be|was',
  'switch|change to',
  'bump|raise|lift|lower|drop|push|move it|that|this|them? up|down? to',
  'try with?',
  'instead of that',
)
const only = phrase('only|just')

/** `actually Germany`, `make it women`, `Tea instead`: in place of what is about the same thing. */
export function standingIn(follow: FollowUp): Refined {
  const { reading, current, from, to: end, correcting, part } = follow
  const to = trimmed(reading, end, suffixInstead)
  const opened = put(reading, from)
  if (opened < 0 && to === end && !correcting) return undefined
  let at = opened >= 0 ? opened : from
  for (let i = 0; i < 2; i++) at = skip(reading, at, put)
  const channel = channelInstead(follow, at, to)
  if (channel !== undefined) return firmly(refinedBy(channel, at, end))
  const behind = opened < 0 ? undefined : behindReference(reading, current, opened, to, part)
  const next = behind ?? part(at, to) ?? part(skip(reading, at, only), to) ?? part(from, to)
  const value = replaceNamed(reading, current, [at, to])
  if (value !== undefined) return firmly(refinedBy(value, at, end))
  return next && firmly(refinedBy(replaceMatching(current, next), at, end), to < end)
}

/** "change the country to Austria": the value behind words that say what it is the value of. */
function behindReference(reading: Reading, current: Criteria, opened: number, to: number, part: ReadPart) {
  for (let i = opened; i < to - 1; i++) {
    if (!/^(?:to|into|be|for|as|from|is)$/.test(reading.tokens[i]?.word ?? '')) continue
    const named = referred(reading, opened, i, { current })
    if (named?.named === true) return part(i + 1, to)
  }
  return undefined
}
