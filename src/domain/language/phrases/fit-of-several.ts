import { joinWords } from '#kernel/text.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { type Meaning, negated } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { polarity } from '../grammar/polarity.ts'
import { type Parser, remembered } from '../grammar/reading.ts'
import { fitFor, suits } from '../profiles/fit-for.ts'
import { profilesInTurn } from '../profiles/profile-at.ts'

const lead = phrase(
  'that|who|which? are|is|do|would? fit|fits|fitting|match|matches|matching|qualify|qualifies|in|into|under|of for|as|in|with|into|under?',
)
const all = phrase('both|all three|the|of?', 'all of?')
const either = phrase('either|any|one of?', 'at least one of')
const noun = phrase('the|our|my? icp|icps|persona|personas', 'the|our|my')
const joint = phrase('and|or|&|,|/', ', and|or', 'as well as', 'nor')

/**
 * `fit both SMB SaaS and Enterprise`, `match either VP Sales or Ops Lead`: whoever passes what each asks for. Of the
 * profile that a record has, there is one alone, so that nobody has both.
 */
export const fitOfSeveral: Parser<Meaning> = remembered((reading, at) => {
  if (reading.situation.allProfiles === undefined) return undefined
  const { negative, end: start } = polarity(reading, at)
  const opened = lead(reading, start)
  const together = opened < 0 ? -1 : all(reading, opened)
  const apart = opened < 0 ? -1 : either(reading, opened)
  const from = Math.max(together, apart)
  const listed = profilesInTurn(reading, from < 0 ? -1 : skip(reading, from, noun), joint)
  if (listed === undefined || listed.value.length < 2) return undefined
  const { entity, situation } = reading
  const known = listed.value.flatMap((profile) =>
    suits(entity, profile) ? (fitFor(entity, profile, situation) ?? []) : [],
  )
  if (known.length < listed.value.length) return undefined
  const criteria: Criteria = together >= 0 ? { all: known } : { any: known }
  const names = joinWords(
    listed.value.map(({ name }) => `“${name}”`),
    together >= 0 ? 'and' : 'or',
  )
  const says = `Fitting ${names} is read as passing their musts and excludes, whatever the scores.`
  return {
    value: { criteria: negative ? negated(criteria) : criteria, assumptions: [says], doubts: [] },
    end: skip(reading, listed.end, noun),
  }
})
