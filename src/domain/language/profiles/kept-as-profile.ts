import { entityOf } from '../../criteria/entity.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { ENTITY_WORDS } from '../../entities/entity.ts'
import type { Read } from '../conclude.ts'
import type { Interpretation } from '../interpretation.ts'
import type { Message } from '../read-message.ts'
import { withAssumption } from './build-profile.ts'

const KEPT_IN = {
  company: ['Build an ICP', 'Companies are kept in an ICP, and no segment: one is drafted of those at hand.'],
  person: [
    'Build a persona',
    'People are kept in a persona, and no segment: one is drafted of those at hand.',
  ],
} as const

/**
 * "Save it as Tech Leaders" of companies or people at hand: segments hold customers, so that a profile of them is
 * drafted, by the words of the criteria. One that was drafted and waits is saved by whoever confirms it.
 */
export function keptAsProfile(
  { reading: { situation } }: Message,
  name: string | undefined,
  again: Read['again'],
): Interpretation | undefined {
  const { criteria, lastProfile, talksOfProfiles, describe } = situation
  const entity = criteria && entityOf(criteria)
  if (criteria === undefined || entity === undefined || entity === 'customer') return undefined
  if (lastProfile?.waits === true && talksOfProfiles === true)
    return name === undefined
      ? { kind: 'command', command: { do: 'confirm' }, receipt: [] }
      : { kind: 'command', command: { do: 'rename_profile', profile: lastProfile.id, name }, receipt: [] }
  const [build, says] = KEPT_IN[entity]
  const called = ` called “${(name ?? titleOf(describe(criteria))).replaceAll(/[“”"]/gu, '')}”`
  const built = again(`${build}${called}: ${wordsOf(criteria, situation)}`)
  return built && withAssumption(built, says)
}

/** A name out of the words of criteria: “Fintech, in the United Kingdom”. */
export function titleOf(words: string): string {
  const short = words
    .replaceAll(
      /\b(?:are in the industry|are at the funding stage|have the (?:seniority|job function)|are|have|use)\s/gu,
      '',
    )
    .replaceAll(/[()]/gu, '')
    .replaceAll(/ and (?!\d)/gu, ', ')
    .split(', ')
    .reduce((name, part) => (name.length + part.length < LONGEST_NAME ? `${name}, ${part}` : name))
    .slice(0, LONGEST_NAME)
  return short.charAt(0).toUpperCase() + short.slice(1)
}
const LONGEST_NAME = 60

const wordsOf = (criteria: Criteria, { describe }: Message['reading']['situation']): string =>
  `${ENTITY_WORDS[entityOf(criteria)].subject.toLowerCase()} ${describe(criteria)}`
