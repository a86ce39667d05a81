import { timesIn, windowOf, withTime } from '../../conditions/facets/windows.ts'
import type { Condition } from '../../conditions/index.ts'
import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import type { Window } from '../../time/window.ts'
import { denied, done, isDenied, type PlainDeed, plainDeed } from '../grammar/denied.ts'
import { phrase, skip } from '../grammar/phrase.ts'
import { type Change, changeOf, conditionsOf, conjuncts, narrowing } from './edit.ts'
import { setTime, timesOf } from './edit-times.ts'
import {
  courtesyAtEnd,
  firmly,
  type FollowUp,
  type Refined,
  refinedBy,
  suffixInstead,
  trimmed,
} from './refined.ts'
import { relativeTime } from './relative-time.ts'
import { saidLimit, saidWindow } from './said-limit.ts'

const JOIN = 'and|but|although|though|while|yet|also'
const THEY = 'they|these|those|he|she'
const did = phrase(
  `${JOIN}? ${THEY}? did|had|have so|it|that|buy|order? again? in|during|on?`,
  `${JOIN}? also? again in|during|on?`,
)
const didAtEnd = phrase(`,? ${THEY} did|had|have so|it|that|buy|order? again?`)
const didNot = phrase(
  `${JOIN}? only|just? if|when|where? ${THEY}? skipped|missed in|during|on?`,
  `${JOIN}? only|just? if|when|where? ${THEY}? did|have|had not so|it|that|buy|order? in|during|on?`,
  `${JOIN}? only|just? if|when|where? not in|during|on?`,
)
const neither = phrase(`${JOIN}? nor|neither in|during|on?`)
const neitherAtEnd = phrase(',? neither|nor', ',? not? either')
const also = phrase(`${JOIN} also? in|during|on`, `${JOIN}? also in|during|on?`)
const small = phrase(`${JOIN}? in|during|on`, JOIN)

/**
 * `but they did last year`, `2024 neither`, `only if they skipped Q2`, `again in May`: the deed at hand, done or not
 * done at another time, with everything that was said of what it was done to.
 */
export function deedThen(follow: FollowUp): Refined {
  const { reading, from, to: whole } = follow
  const end = trimmed(reading, whole, courtesyAtEnd)
  for (const [words, atEnd, of] of SIDES) {
    const opened = words(reading, from)
    const to = atEnd === undefined ? end : trimmed(reading, end, atEnd)
    if (opened < 0 && to === end) continue
    const change = then(follow, [opened < 0 ? skip(reading, from, small) : opened, to], of)
    if (change !== undefined) return firmly(refinedBy(change, from, whole))
  }
  return undefined
}

type Side = 'did' | 'did not' | 'neither' | 'as well'
const SIDES = [
  [did, didAtEnd, 'did'],
  [neither, neitherAtEnd, 'neither'],
  [didNot, undefined, 'did not'],
  [also, undefined, 'as well'],
] as const

interface Held {
  readonly deed: PlainDeed
  readonly out: boolean
  readonly window: Window
}

/** Whether each can be said of what was done, or not, at that time. */
const SPEAKS_OF: Readonly<Record<Side, (held: Held) => boolean>> = {
  did: () => true,
  'did not': ({ out }) => !out,
  neither: ({ out }) => out,
  'as well': ({ out, window }) => !out && window.kind === 'last',
}

function then(
  { reading, current }: FollowUp,
  [from, to]: readonly [number, number],
  side: Side,
): Change | undefined {
  const among = deedsIn(current).filter(SPEAKS_OF[side])
  // Of what was not done and what was, "they did" speaks of the first.
  const meant = side === 'did' && among.some(({ out }) => out) ? among.filter(({ out }) => out) : among
  const said = saidLimit(reading, from, to)
  const edits = meant.flatMap(({ deed, window }) => {
    const time = said?.kind === 'time' ? saidWindow(said.time) : relativeTime(reading, from, to, window)
    const next = time && withTime(deed, time)
    const told = next && plainDeed(next)
    if (told === undefined) return []
    const put = side === 'did' || side === 'as well' ? done(told) : denied(told)
    return narrowing(current, put, 'this as well')
  })
  return changeOf(edits, 'Which of them is that said of?')
}

/** What was done, or not, at some time: of more than one order, an order. */
const deedsIn = (current: Criteria): readonly Held[] =>
  conjuncts(current).flatMap((part): readonly Held[] => {
    const [shown, ...others] = 'none' in part ? part.none : [part]
    const deed = others.length > 0 || shown === undefined || !isCondition(shown) ? undefined : once(shown)
    const [time] = deed === undefined ? [] : timesIn(deed)
    const window = time && windowOf(time.value)
    if (deed === undefined || window === undefined) return []
    return [{ deed, out: 'none' in part || isDenied(deed), window }]
  })

function once(held: Condition): PlainDeed | undefined {
  if (held.type === 'orders' && held.measure === 'count' && held.op?.startsWith('>') === true)
    return { ...held, op: '>=', value: 1 }
  if (held.type === 'events' && held.op?.startsWith('>') === true) return done(denied(held))
  return plainDeed(held)
}

/** `the current one`, `the second half of the month I meant`: a time told from the one that it stands in for. */
export function otherTime({ reading, current, from, to: end }: FollowUp): Refined {
  const to = trimmed(reading, end, suffixInstead)
  const at = skip(reading, from, making)
  const edits = timesOf(conditionsOf(current)).flatMap((time) => {
    const held = windowOf(time.facet.value)
    const window = held && relativeTime(reading, at, to, held)
    const change = window && setTime(current, [time.condition], { window }, [time])
    return change?.kind === 'edit' ? [change.edit] : []
  })
  return firmly(refinedBy(changeOf(edits, 'Which time should change?'), at, end))
}

const making = phrase('make|use|take|try|do it|that|this?', 'in|for|during')
