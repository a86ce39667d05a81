import type { Condition } from '../../conditions/index.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { denied, done, isDenied, plainDeed } from '../grammar/denied.ts'
import { negated } from '../grammar/meaning.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Reading, wordAt } from '../grammar/reading.ts'
import { changeOf, conditionsOf, conjuncts, type Edit, replacing } from './edit.ts'
import { firmly, type FollowUp, type Refined, refinedBy, suffixInstead, trimmed } from './refined.ts'

const ASKED = "i|we? want|need|would|d|'d|give|show|get|find|say|do|make|try|meant|mean|have? like? me|us?"
const flip = phrase(
  'flip|invert|reverse|negate|turn|switch it|that|this|them|the? last|latest|final|email|other? condition|criteria|part|bit|one|thing|step? around|round|over?',
  `now? ${ASKED} the? exact|exactly|very|complete? opposite|reverse|inverse|contrary|converse|negative of? that|this|it|them|those|these?`,
  'now? the? exact|exactly|very|complete? opposite|reverse|inverse|contrary|converse|negative of? that|this|it|them|those|these?',
  'the? other|wrong way round|around',
  'i got it|that the? other|wrong way round|around',
  'vice versa',
  'now? the? other ones|half|side',
)
const joined = phrase('and|so|then|but', 'and|so|but now|then')
const separator = phrase(
  ':|,|-|.|;|!|? please|pls|thanks?',
  'please|pls',
  'to',
  'so|and|now',
  'i|we mean|meant',
  'that is',
)
const WHOM =
  'ones|people|customers|subscribers|members|folks|buyers|users|shoppers|clients|contacts|companies|accounts'
const those = phrase(
  `now? and? ${ASKED} only|just? the|those|these? all? ${WHOM}? who|that|which`,
  `now? and? only|just? the|those|these? all? ${WHOM}? who|that|which`,
  `now? and? only|just? the|those|these? all? ${WHOM}`,
  `what|how about the|those|these? ${WHOM}? who|that|which`,
  'now? and? only|just? those|these',
  'and? how many of? them|those|these?',
)
const it = phrase(
  'use|do|did|done|open|get|buy|have? it|them|that|one|so|any|either? at? all? yet?',
  'yet',
  'at all',
  'in that? time|period',
)
/** "who didn’t": of the deed that is at hand. */
const didNot = phrase(
  'did|do|does|have|has|had|are|were|is|was not|never',
  'not',
  'never did|do|have|had|has?',
  'did|do|does|have|has',
)
/** "not those who have": the same again, from the other side. */
const notThoseWho = phrase(
  `,? and? not the|those|these? ${WHOM}? who|that did|do|does|have|has|had not|never?`,
  `,? rather than|instead of the|those|these? ${WHOM}? who|that did|do|does|have|has|had not|never?`,
)
const neverAgain = phrase(
  'did|do|have|has|had not|never come|came|order|ordered|buy|bought|purchase|purchased|return|returned|visit|visited anything? back|again',
  'never come|came|ordered|order|bought|buy|purchased|returned|visited anything? back|again',
  'nothing|none after|afterwards that|it?',
)
const neverCame = phrase(
  'never|not came|come|ordered|order|bought|buy|returned|return|purchased|visited|did back|again? again? after|since|afterwards it|that|then?',
  'did|have|has not|never come|came|ordered|order|bought|buy|returned|return|purchased|visited back|again? again? after|since|afterwards it|that|then?',
)

/**
 * `flip it: those who did not open`, `now the ones who didn’t`: of what was done the opposite, at the same time and
 * of the same kind. Whoever did and did not do it would be nobody.
 */
export function flipping({ reading, current, from, to: whole, correcting, part }: FollowUp): Refined {
  // "did NOT buy again, I mean"
  const last = trimmed(reading, whole, suffixInstead)
  const again = neverAgain(reading, skip(reading, skip(reading, from, joined), those)) === last
  const corrects = correcting || last < whole
  const turned = again ? afterwards(current).filter(({ taken }) => corrects || taken.some(isOfOrders)) : []
  if (turned.length > 0) return firmly(refinedBy(changeOf(turned, WHICH), from, whole))
  const to = trimmed(reading, last, notThoseWho)
  const flipped = flip(reading, skip(reading, from, joined))
  let start = flipped < 0 ? from : flipped
  for (let i = 0; flipped >= 0 && i < 3; i++) start = skip(reading, start, separator)
  const named = skip(reading, start, those)
  if (flipped < 0 && named === start) return undefined
  const end = it(reading, to - 1) === to ? to - 1 : to
  const next = part(named, end) ?? part(start, end) ?? part(start, to)
  const whenever = flipped < 0 && everSaid(reading, named, to)
  const edits = next === undefined || whenever ? [] : opposites(current, next)
  if (edits.length > 0) return firmly(refinedBy(changeOf(edits, WHICH), start, to))
  const rest = didNot(reading, named)
  if (rest === to || (rest > 0 && it(reading, rest) === to) || (flipped >= 0 && named >= to)) {
    // "who did buy", where nothing of the kind is at hand, is no opposite of it.
    const named = /^(?:open|buy)$/.test(wordAt(reading, to - 1)) && !conjuncts(current).some(isDeed)
    const edits = named ? [] : ofDeeds(current, flipped >= 0)
    return firmly(refinedBy(changeOf(edits, WHICH), start, to)) ?? { kind: 'unclear' }
  }
  if (flipped >= 0 && neverCame(reading, named) === to)
    return firmly(refinedBy(changeOf(afterwards(current), WHICH), start, to)) ?? { kind: 'unclear' }
  return flipped >= 0 && start < to ? { kind: 'unclear' } : undefined
}

/** "who have actually bought before" says more than "who bought": at any time, beside what was not done lately. */
const everSaid = ({ tokens }: Reading, from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ word }) => EVER.test(word))
const EVER = /^(?:ever|before|already|previously|earlier|once|sometime|some|past|lifetime)$/

const isDeed = (part: Criteria): boolean => plainDeed(part) !== undefined

/** The one deed at hand; where it was flipped, the last thing asked for, a deed before anything else. */
function ofDeeds(current: Criteria, last: boolean): readonly Edit[] {
  const parts = conjuncts(current)
  const deeds = parts.filter(isDeed)
  const final = parts.slice(-1)
  const among =
    deeds.length === 0
      ? last || parts.length === 1
        ? final
        : []
      : last && deeds.at(-1) === final[0]
        ? final
        : deeds
  return among.flatMap((part) => {
    const deed = plainDeed(part)
    const next = deed === undefined ? negated(part) : isDenied(deed) ? done(deed) : denied(deed)
    return replacing(current, part, next, 'the opposite') ?? []
  })
}

/** One deed after another: the first is still asked for, and the second never followed it. */
const afterwards = (current: Criteria): readonly Edit[] =>
  conditionsOf(current).flatMap((held) => {
    if (held.type !== 'sequence' || held.not === true) return []
    return replacing(current, held, { ...held, not: true }, 'the opposite') ?? []
  })

/** An order after an order: whoever came back then did not stay away. */
const isOfOrders = (held: Criteria): boolean =>
  isCondition(held) && held.type === 'sequence' && held.first.did === 'ordered'

const WHICH = 'Which part should be the opposite?'

/** What is at hand turned into its opposite, where the message says the opposite of it and no more. */
const opposites = (current: Criteria, next: Criteria): readonly Edit[] =>
  conditionsOf(current).flatMap((held) => {
    const other = oppositeOf(held, next)
    return (other && replacing(current, held, other, 'the opposite')) ?? []
  })

function oppositeOf(held: Condition, next: Criteria): Criteria | undefined {
  const deed = plainDeed(held)
  const said = plainDeed(next)
  if (deed === undefined || said === undefined)
    return !isCondition(next) && 'none' in next && next.none.length === 1 && same(held, next.none[0])
      ? negated(held)
      : undefined
  if (deed.type !== said.type || isDenied(deed) === isDenied(said)) return undefined
  // "who did not buy in that period": the very same deed, told in full.
  if (same(isDenied(deed) ? done(deed) : denied(deed), said)) return said
  if (said.within !== undefined || said.where !== undefined) return undefined
  if (said.type === 'events' && deed.type === 'events' && !same(said.event, deed.event)) return undefined
  if (said.type === 'purchases' && deed.type === 'purchases' && !same(said.of, deed.of)) return undefined
  return isDenied(deed) ? done(deed) : denied(deed)
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
