import { phrase } from '../../language/grammar/phrase.ts'
import type { Found, Reading } from '../../language/grammar/reading.ts'
import type { RankCondition } from './rank.ts'

type Direction = RankCondition['direction']

const SIGN_UPS = 'signups|registrations|registrants|joiners|members|accounts'
const WHO = 'people|customers|members|users|accounts|ones'

/** Those who signed up, behind a number of them. */
export const signUps = phrase(
  SIGN_UPS,
  'sign ups|up',
  `${WHO} to join|register|subscribe`,
  `${WHO} to sign up`,
  `${WHO} who|that joined|registered|subscribed`,
  `${WHO} who|that signed up`,
)

const LAST = 'newest|latest|last|recent'
const last = phrase(`the|our|my? very? ${LAST}`, 'the|our|my? most recent')
const first = phrase('the|our|my? very? first|oldest|earliest')

const joinedLast = phrase(
  `newest|latest ${SIGN_UPS}`,
  `most recent ${SIGN_UPS}`,
  'newest|latest sign ups',
  'most recent sign ups',
  `most recently registered|joined ${WHO}`,
  `most recently signed up ${WHO}`,
  `${WHO} who|that? joined|registered last|latest`,
  `${WHO} who|that? signed up last|latest`,
  `${WHO} who|that? joined|registered most recently`,
  `${WHO} who|that? signed up most recently`,
)
const joinedFirst = phrase(
  `oldest|earliest|first ${SIGN_UPS}`,
  'oldest|earliest|first sign ups',
  `${WHO} who|that? joined|registered first|earliest`,
  `${WHO} who|that? signed up first|earliest`,
  `${WHO} who|that have|'ve|has|are? been? with us|around for? the? longest`,
  `${WHO} who|that have|'ve|has|are? been? ${WHO} for? the? longest`,
  `${WHO} with the longest tenure|membership|history`,
)

const either = ([top, bottom]: readonly [number, number]): Found<Direction> | undefined =>
  top < 0 && bottom < 0 ? undefined : { value: top >= bottom ? 'top' : 'bottom', end: Math.max(top, bottom) }

/** `newest`, `the first`: before a number of those who signed up. */
export const lastOrFirst = (reading: Reading, at: number): Found<Direction> | undefined =>
  either([last(reading, at), first(reading, at)])

/** `newest sign-ups`, `customers who joined first`: behind a number of them. */
export const joinedLastOrFirst = (reading: Reading, at: number): Found<Direction> | undefined =>
  either([joinedLast(reading, at), joinedFirst(reading, at)])

/** What is taken for granted of them. */
export const joinedStated = (direction: Direction): readonly string[] => [
  direction === 'top'
    ? 'The newest are those who signed up last, buyers or not.'
    : 'The oldest are those who signed up first, buyers or not.',
]
