import { phrase, skip } from '../grammar/phrase.ts'
import { wordAt } from '../grammar/reading.ts'
import { conditionsOf } from './edit.ts'
import { subject } from './edit-values.ts'
import { isPlace } from './places-within.ts'
import { firmly, type FollowUp, type Refined, refinedBy } from './refined.ts'
import { withoutParts } from './without-parts.ts'

const eitherGender = phrase(
  'both|all|any|every|either genders|gender|sexes|sex',
  'no matter the|which|what? gender|sex',
)

const everywhere = phrase(
  'anywhere|worldwide|everywhere|globally|wherever',
  'for? everyone|everybody|anyone|all customers|people|companies? ,? and? not just|only|merely there|them|those|these',
  'for? everyone|everybody|anyone|all customers|people|companies? ,? and? not just|only|merely in|from there|those|these countries|places|cities?',
  'from|in anywhere|everywhere',
  'anywhere|everywhere in the world',
  'all over the world|globe|place',
  'around the world',
  'in|from? all|any countries|country',
  'open|widen|expand|broaden|extend it|that|this|them? up|out? to in|from? all|any|every countries|country',
  'wherever they|people live|are|is',
  'no matter where they|people? live|are?',
  'no matter which|what country|place|location',
  'it? do|does not matter where they|people live|are|come',
  'regardless|irrespective of where they|people live|are',
)

/** What joins a change to the one before it. */
export const joining = phrase('and|but|also|then', 'and|but|also then|also|now')

/** `anywhere`, `both genders`: no place or no gender is asked for any more. */
export const unlimited = (follow: FollowUp): Refined => anywhere(follow) ?? anyGender(follow)

function anywhere({ reading, current, from, to }: FollowUp): Refined {
  const end = everywhere(reading, skip(reading, from, joining))
  if (end < 0 || (end < to && wordAt(reading, end) !== ',')) return undefined
  const places = conditionsOf(current).filter((condition) => isPlace(condition))
  return places.length === 0 ? undefined : firmly(refinedBy(withoutParts(current, places, true), from, to))
}

function anyGender({ reading, current, from, to }: FollowUp): Refined {
  const held = conditionsOf(current).filter((condition) => subject(condition) === 'gender')
  if (held.length === 0 || eitherGender(reading, skip(reading, from, joining)) !== to) return undefined
  return firmly(refinedBy(withoutParts(current, held, true), from, to))
}
