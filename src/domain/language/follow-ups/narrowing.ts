import { isCondition } from '../../criteria/node.ts'
import type { Criteria } from '../../criteria/schema.ts'
import { phrase } from '../grammar/phrase.ts'
import { wordAt } from '../grammar/reading.ts'
import { boundTo } from './bound.ts'
import { channelInstead } from './channels.ts'
import { type Change, changeOf, conditionsOf, narrowing, replacing, WHICH_PART } from './edit.ts'
import { addValues, excludesEachOther, matchingIn, replaceMatching, valuesOf } from './edit-values.ts'
import { limitsDeed } from './in-context.ts'
import { leftOutToo } from './left-out-too.ts'
import { replaceNamed } from './named-value.ts'
import { firmly, type FollowUp, type Refined, refinedBy, suffixInstead, trimmed } from './refined.ts'

const GROUP = 'group|list|audience|lot|segment|set|selection|bunch|ones'
const limit = phrase(
  `and? who|which|how? many|people|customers? in|of|from|among|within that|this|the|these|those ${GROUP} who|that|is|are|has|have|does|do?`,
  'and? do|does|did|are|is|have|has|can any|some|many of them|those|these also?',
  'count|show|find|give|list|keep|take|pick|want|get me|us? only|just? the|those?',
  'and? how many? are|is|have|has|did|do of? those|these|them?',
  'any of those|these|them who|that?',
  'what|how about of? those|these who|that? are|is?',
  'only|just|solely|strictly',
  'now? only|just',
  'i|we only|just? want|need|care about?',
  'i|we want|need only|just',
  'only|just the|those|these|people|customers|ones?',
  'limit|restrict|narrow|filter it|that|this|them|down? to|by|on|for?',
  'reduce|cut|trim|subset it|that|this|them|down? down? to',
  'keep|leave the|those|these|just|only? people|customers|ones?',
  'see only|just the|those?',
  'make sure|certain that? they?',
  'and? of those|these|them ,? only|just the|those?',
  'those|these living|based|located|residing',
  'narrow|filter it|that|this|them? down to|by?',
  'bring|take|get|cut|zoom|drill|whittle it|that|this|them? down|in to|on',
  'is|are|was|were there any|anyone|anybody|someone|somebody|some who|that|from|in|with?',
  'is|are any|anyone|anybody|someone|somebody|some there? who|that|from|in|with?',
  'do|did we have any|anyone|anybody|someone|somebody|some who|that|from|in|with?',
  'have we got any|anyone|anybody|someone|somebody|some who|that|from|in|with?',
  'anyone|anybody|any who|that|from|in|with?',
  'keep only|just?',
  'only keep|include|show|want|take|use|those|the|people',
  'and? how many is|are|would|do that|it|there|this|we be|have|get? if i|we? only|just? keep|take|count|include|leave|only|just? only|just? the|those? ones|those|people|customers? who|that|with|in|from?',
  'and? how many? of those|these|them',
  'if i|we only|just? keep|take|count|include only|just? the? ones|those|people|customers? who|that|with|in|from?',
  'and? how many? of those|these|them who|that|are|is?',
  'and? which|who of those|these|them',
  'and? among|from those|these|them',
  'and? of those|these|them',
  'and? of|from|among those|these|them ,? how many? who|that|which? are|is?',
  'and? how many? are|is there? of? those|these|them?',
  'make it|that|this only|just',
  'but|and only|just',
  'those|these who|that|in|with|from',
  'the ones who|that|in|with|from|which',
  'add a|another|the? country|city|gender|category|product|tag|time|date filter|condition|requirement :|for|on|that|of|to?',
  'add a|another|the? filter|condition|requirement :|for|on|that?',
  'also require|needs|must',
  'and|also they must|should|need',
  'and? they all? also? must|should|also|have|need|needs|can|could|may|ought to? also?',
  'require|requiring|requires',
  'additionally|furthermore|moreover',
  'plus|and|also|but|together? also? they|it|these|those|he|she|all? also? must|should|need|needs|has|have to? also?',
  'with the condition that?',
  'provided|as long as|given that?',
)
/** Of a deed without a time it says nothing: whatever was done was done before. */
const everBefore = phrase('before', 'before now|that|then', 'at some point', 'in the past')
const onlyAtEnd = phrase(
  'only|alone|exclusively',
  ',? only',
  'and nobody|noone else',
  'and no one else',
  'required|mandatory',
  'is|are now? a|an? must|required|mandatory|requirement|needed|essential|compulsory now?',
  'is|are now? a|an? must have now?',
)
const same = phrase(
  'same|ditto',
  'the? same but|with|for|in|people|ones',
  'the? same idea|setup|criteria|logic|rules|conditions|approach|deal|drill|story ,? but|except|only? with|for|in|it|is|this|now|time?',
  'the? same thing|again|query|search|list|segment|audience|group|people|ones|as before|again? ,? but|with|for|in?',
  'the? same but|people|, but? but|who|with|in?',
  'do the? same thing? for|but|with|in',
  'now? the? same for|but|with|in|again',
  'as before ,? but|for|in|with?',
  'repeat that|this|it? for|with|but|in',
  'like that|this|before ,? but|for|in|with?',
  'clone|copy|duplicate|replicate it|that|this|them for|but|with|in',
  'one more : the? same ,? but|with|for|in?',
  'identical but|except?',
)
const relative = phrase(
  'who|that|which|with|whose|having|where|if',
  'and who|that|which|whose|with|have|has|are|is|spent|bought|ordered|opened|clicked|live|in',
  'but who|with|have|has|not|never|only|in',
  'but|and only|just those|the? people|customers|ones who|that|with|in|from',
)

const ofThem = phrase(
  'among|amongst|of|from|within|in those|these|them',
  'out of those|these|them',
  'are|is? in there|here',
  'are|is among|amongst|of those|these|them',
)

/** `now only France`, `who also opened an e-mail`, `and only those who …`, `just Spain`. */
export function limitingTo({ reading, current, from, to: whole, part }: FollowUp): Refined {
  const spoken = trimmed(reading, whole, ofThem)
  const named = trimmed(reading, spoken, onlyAtEnd)
  // "had never bought anything before that" is no "never bought".
  const denied = reading.tokens.slice(from, named).some(({ word }) => NEVER.test(word))
  const end = denied ? named : trimmed(reading, named, everBefore)
  const opened = limit(reading, from)
  // "count the women" alone is a request by itself.
  if (COUNTS.test(wordAt(reading, from)) && !speaksOfThem(reading, from, opened) && spoken === whole)
    return undefined
  const limited = end < whole && opened < 0 ? from : opened
  const clause = limited >= 0 ? limited : relative(reading, from)
  if (clause < 0) return undefined
  const to = trimmed(reading, end, suffixInstead)
  const only = limitsDeed(reading, clause - 1) || limitsDeed(reading, clause)
  const said = part(clause - 1, to) ?? (only ? undefined : (part(clause, to) ?? part(from, to)))
  if (said === undefined) return { kind: 'unclear' }
  const next = boundTo(current, said)
  return firmly(
    refinedBy(limited >= 0 ? onlyThese(current, next) : also(current, next), clause, end),
    limited >= 0,
  )
}

const NEVER = /^(?:never|not|no|nothing|none)$/
const COUNTS = /^(?:count|show|find|give|list|take|pick|want|get)$/
const ONLY = /^(?:only|just|those|these|them|and)$/

/** "keep only", "how many of those": of the people at hand. */
const speaksOfThem = ({ tokens }: FollowUp['reading'], from: number, to: number): boolean =>
  tokens.slice(from, Math.max(from, to)).some(({ word }) => ONLY.test(word))

/** `same but repeat buyers`, `same for men`: a value stands in for one of its kind, anything else narrows. */
export function sameBut(follow: FollowUp): Refined {
  const { reading, current, from, to: end, part } = follow
  const opened = same(reading, from)
  if (opened < 0) return undefined
  const to = trimmed(reading, end, suffixInstead)
  const next = part(opened, to) ?? part(opened - 1, to)
  const named = replaceNamed(reading, current, [opened, to])
  if (named !== undefined) return firmly(refinedBy(named, opened, end))
  const channel = channelInstead(follow, opened, to)
  if (channel !== undefined) return firmly(refinedBy(channel, opened, end))
  if (next === undefined) return undefined
  const left = /^(?:for|to|with)$/.test(wordAt(reading, opened - 1)) ? leftOutToo(current, next) : undefined
  if (left !== undefined) return { kind: 'edit', edit: left, said: { from: opened, to: end }, firm: true }
  return refinedBy(
    standsIn(current, next)
      ? replaceMatching(current, next)
      : (unfinished(current, next) ?? otherEvent(current, next) ?? also(current, next)),
    opened,
    end,
  )
}

/** "same but checkout" of carts that were left: what was left stands in for what was left. */
function unfinished(current: Criteria, next: Criteria): Change | undefined {
  if (!isCondition(next) || next.type !== 'abandoned') return undefined
  const held = conditionsOf(current).filter(({ type }) => type === 'abandoned')
  return changeOf(
    held.map((one) => replacing(current, one, next, 'this instead')),
    WHICH_PART,
  )
}

/** "same but for clicks", of people who did not open: the clicks in the same time, and none as well. */
function otherEvent(current: Criteria, next: Criteria): Change | undefined {
  if (!isCondition(next) || next.type !== 'events') return undefined
  if (next.within !== undefined || next.op !== undefined || next.where !== undefined) return undefined
  const held = conditionsOf(current).flatMap((one) => (one.type === 'events' ? [one] : []))
  return changeOf(
    held.map((one) => replacing(current, one, { ...one, event: next.event }, 'this instead')),
    WHICH_PART,
  )
}

/** Whether criteria hold another value of which everybody has one: the same again "for men" is not of women. */
export const standsIn = (current: Criteria, next: Criteria): boolean =>
  matchingIn(current, next).some((part) => excludesEachOther(part, next)) ||
  (isCondition(next) && next.type === 'purchases' && matchingIn(current, next).length === 1)

/** A value among those that are asked for is meant alone; one that nobody can have as well stands in for them. */
function onlyThese(current: Criteria, next: Criteria): Change | undefined {
  const held = matchingIn(current, next).filter((part) => isCondition(part) && excludesEachOther(part, next))
  return held.length === 0
    ? also(current, next)
    : changeOf(
        held.map((part) => replacing(current, part, next, 'only these')),
        WHICH_PART,
      )
}

/** "and in Germany" of people in France: nobody can be in both, so it has to be said what is meant. */
function also(current: Criteria, next: Criteria): Change {
  const narrower: Change = { kind: 'edit', edit: narrowing(current, next, 'only these') }
  const held = matchingIn(current, next).find((part) => excludesEachOther(part, next))
  const joined = addValues(current, next, 'too')
  if (held === undefined || joined?.kind !== 'edit' || overlaps(held, next)) return narrower
  const instead = replacing(current, held, next, 'these instead')
  return changeOf([joined.edit, instead], 'As well, or instead?') ?? narrower
}

const overlaps = (held: Criteria, next: Criteria): boolean =>
  valuesOf(next)?.some((value) => valuesOf(held)?.includes(value)) ?? false
