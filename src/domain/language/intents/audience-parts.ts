import type { CapOrder } from '../../audiences/definition.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import type { Found, Reading } from '../grammar/reading.ts'
import { amountAt } from './segment-size.ts'

/** What is said of an audience behind whom it takes. */
export interface AudienceParts {
  readonly holdout?: number
  /** Without an order: nobody said which of them stay. */
  readonly cap?: { readonly size: number; readonly order?: CapOrder }
  /** How it was read where more than one thing could have been meant. */
  readonly assumptions: readonly string[]
}

const joint = phrase(',', ';', '.', 'and|but|then|also|plus|with', ', and|but|then|with', '; and', '&')

const holdOut = phrase(
  'hold|holding|keep|keeping|leave|leaving|set|setting out|back|aside a? random?',
  'holdout|hold-out of? a? random?',
  'a|an? random? holdout|control group? of',
  'reserve|reserving|withhold|withholding a? random?',
)
const heldOut = phrase(
  'held|hold|holding out|back|aside',
  'as? a|the? holdout|control|hold-out group|set?',
  'as? a|the? hold out group?',
  'holdout|control|hold-out group?',
  'out|back|aside',
  'for a|the control|holdout group?',
)
const article = phrase('a|an|the')
/** Says that some are kept back only with "as a control group" behind it. */
const kept = phrase('keep|keeping|use|using|take|taking|with')
const ofThem = phrase('of? them|those|these|it', 'of? the audience', 'at random', 'randomly')

/** `hold out 10 %`, `with a 10 % holdout`, `10 % held out` */
function holdoutAt(reading: Reading, at: number): Found<number> | undefined {
  const opened = holdOut(reading, at)
  const size = amountAt(reading, opened < 0 ? skip(reading, skip(reading, at, kept), article) : opened)
  if (size === undefined || !size.value.endsWith('%')) return undefined
  const behind = skip(reading, size.end, ofThem)
  const closed = heldOut(reading, behind)
  if (opened < 0 && closed < 0) return undefined
  const percent = Number(size.value.slice(0, -1))
  if (percent <= 0 || percent >= 100) return undefined
  return { value: percent, end: skip(reading, Math.max(behind, closed), ofThem) }
}

const atMost = phrase(
  'at most',
  'up to',
  'no|not more than',
  'max|maximum of?',
  'a maximum of',
  'cap|capped|capping|limit|limited|limiting it|them|this? at|to',
  'only? the? top|first|best',
)
const ranked: readonly (readonly [ReturnType<typeof phrase>, CapOrder])[] = [
  [
    phrase(
      'by|with the? highest|most|total? spend|spent|spending|revenue|value',
      'by total? spend|spending|revenue|value',
      'who spent|spend the most',
      'highest|biggest|top spenders|spend|spending first?',
      'highest|top|biggest spend|spender|spenders|value first?',
      'spenders|best customers',
    ),
    'spend',
  ],
  [
    phrase(
      'by recency',
      'by most recent|last|latest order|orders|purchase|buyers?',
      'most|more recent|recently order|orders|purchase|purchases|buyers|ones|active? first?',
      'who ordered|bought last|latest|most recently',
      'latest|newest orders|buyers first?',
      'recent buyers first?',
    ),
    'recent',
  ],
  [
    phrase(
      'by|with the? highest|best? icp score|scores|fit?',
      'by icp',
      'highest|best icp score|scores first?',
    ),
    'icp',
  ],
  [
    phrase(
      'by|with the? highest|best? persona score|scores|fit?',
      'by persona',
      'highest|best persona score|scores first?',
    ),
    'persona',
  ],
  [
    phrase(
      'by|with the? highest|best? combined|overall|total score|scores',
      'by|with the? highest|best? combined icp and persona score|scores',
      'highest|best combined|overall score|scores first?',
    ),
    'combined',
  ],
  [
    phrase('at random', 'randomly chosen|drawn|picked?', 'random ones?', 'chosen|drawn|picked randomly'),
    'random',
  ],
]

/** `at most 5,000`, `capped at 500 by highest spend`, `the top 1,000 by spend` */
function capAt(reading: Reading, at: number): Found<Omit<AudienceParts, 'holdout'>> | undefined {
  const opened = atMost(reading, at)
  const before = opened < 0 ? undefined : amountAt(reading, opened)
  const size = before ?? amountBefore(reading, at)
  if (size === undefined || size.value.endsWith('%')) return undefined
  const customers = Number(size.value)
  if (customers < 1) return undefined
  const from = skip(reading, size.end, phraseComma)
  const [said] = ranked
    .flatMap(([words, order]) => {
      const end = words(reading, from)
      return end < 0 ? [] : [{ order, end }]
    })
    .toSorted((a, b) => b.end - a.end)
  return said === undefined
    ? { value: { cap: { size: customers }, assumptions: [] }, end: size.end }
    : { value: { cap: { size: customers, order: said.order }, assumptions: [] }, end: said.end }
}

const most = phrase('at most', 'max|maximum|tops', 'at the most', 'or fewer|less')

/** `500 at most` */
function amountBefore(reading: Reading, at: number): Found<string> | undefined {
  const size = amountAt(reading, at)
  const end = size === undefined ? -1 : most(reading, size.end)
  return size === undefined || end < 0 ? undefined : { value: size.value, end }
}
const phraseComma = phrase(',')

/** The parts that fill the message from here to its end; undefined where anything else stands there. */
export function partsFrom(reading: Reading, at: number): AudienceParts | undefined {
  let parts: AudienceParts = { assumptions: [] }
  for (let next = at; next < reading.tokens.length; ) {
    const from = skip(reading, skip(reading, next, joint), joint)
    if (from >= reading.tokens.length) break
    const held = holdoutAt(reading, from)
    const capped = held === undefined ? capAt(reading, from) : undefined
    // Said twice, one of the two would be lost.
    if (held !== undefined && parts.holdout === undefined) {
      parts = { ...parts, holdout: held.value }
      next = held.end
    } else if (capped !== undefined && parts.cap === undefined) {
      parts = { ...parts, ...capped.value }
      next = capped.end
    } else return undefined
  }
  return parts
}
