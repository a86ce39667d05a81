import { phrase, skip } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import type { Command } from '../interpretation.ts'
import { type Commanded, done } from './commanded.ts'
import { customerAt } from './one-customer.ts'
import { segmentAt } from './segment-reference.ts'
import { sizeAt, amountAt } from './segment-size.ts'
import { isOver } from './whole.ts'

type Rules = Extract<Command, { do: 'pin_segment' }>['rules']

const opening = phrase(
  'make sure|certain that?',
  'ensure|guarantee|require that?',
  'add|set|create|make a? rule|check : ?',
  'add|set|create|make a? rule|check that?',
  'see to it that',
  'it is important that',
  'always',
  'the? rule : ?',
  'rule :',
)
const never = phrase('never', 'not ever?', 'under no circumstances')
const always = phrase('always|definitely|permanently|forever', 'at all times', 'no matter what')
const must = phrase(
  'must|should|shall|may|can|needs|has|have|need|ought|is|are|will to?',
  'has got to',
  'better',
)
const mustNot = phrase(
  'must|should|shall|may|can|will not ever?',
  'cannot|mustn|shouldn',
  'must|should|may|can|will never',
  'is|are never|not to?',
  'is|are not allowed to?',
)
const beIn = phrase(
  'be|stay|remain|appear|show|end|belong up? in|inside|on|to|among',
  'be|stay|remain a? part|member of',
  'be included|kept|counted|found in',
  'be in|inside',
  'in|inside',
)
const beOut = phrase(
  'be|stay|remain|be kept out of',
  'be|stay excluded|absent|missing from',
  'be outside of?',
)
const hold = phrase('include|contain|have|hold|cover|keep|list', 'be with')
const exclude = phrase('exclude|omit|skip', 'leave|keep out')
const putIn = phrase('pin|lock|fix|force|glue|tie|nail', 'always keep|include|put|have', 'keep')
const inTo = phrase('in|into|to|inside|on|onto')
const lockOut = phrase('ban|block|bar|lock|keep', 'always keep|exclude|leave|ban|block')
const outOf = phrase('from|out of', 'out of|from')
const neverLet = phrase(
  'never let|allow|put|include|have|add|keep',
  'do not ever? let|allow|put|include|add',
  'not let|allow|put|include',
)
const be = phrase(
  'be|have|contain|hold|grow|get|go|become|stay|remain|fall|drop|shrink|reach|number|count|to|include|exceed|rise|size|is|are|cover',
)
const keepSize = phrase(
  'keep|hold|limit|cap|restrict|maintain|leave the? size|number of?',
  'keep|hold|limit|cap|restrict|maintain',
)
const at = phrase('at|to|on|of')
const sizeOf = phrase('the? size|number of?', 'the? size|number of customers|people|members in')

const remove = phrase(
  'remove|delete|drop|lift|forget|cancel|clear|undo|scrap|lose',
  'get rid of',
  'take away|off',
)
const oneRule = phrase('that|this|the|its? rule|check|requirement|constraint|pin', 'it|that')
const allRules = phrase('all|every|the|its? of? the? rules|checks|requirements|constraints|pins', 'rules')
const sizeRule = phrase(
  'the|its? size|count limit|limits|rule|rules|bound|bounds|cap|check',
  'the|its? cap',
  'the|its? limit|limits on? the? size?',
)
const most = phrase('the|its? maximum|max|upper size|limit|bound?', 'the? cap')
const least = phrase('the|its? minimum|min|lower size|limit|bound?')
const from = phrase('of|from|on|for|in')
const free = phrase(
  'no longer has|have|needs|need|must to? be|stay in',
  'need|needs|has|have not to? be|stay in',
  'does|do not have|need to be|stay in any? more?',
  'may|can leave|be out of|be in or out of|be in again|be in',
  'no longer must be in',
)
const unpin = phrase('unpin|release|free|unlock')

/**
 * Rules that a segment is held to: `Ana must always be in VIP`, `VIP should never be above 500 people`, `c12 must
 * never be in it`, `remove that rule`.
 */
export function pinning(reading: Reading, start: number): Commanded | undefined {
  const begin = skip(reading, skip(reading, start, opening), opening)
  const found =
    removed(reading, start) ??
    freed(reading, start) ??
    ofCustomer(reading, begin) ??
    ofSegment(reading, begin) ??
    kept(reading, start)
  if (found === undefined) return undefined
  const end = skip(reading, found.end, always)
  return !isOver(reading, end)
    ? undefined
    : done({ do: 'pin_segment', segment: found.segment, rules: found.rules })
}

interface Said {
  readonly segment: string
  readonly rules: Rules
  readonly end: number
}

/** `must`, `should never`, `always has to`: and whether it is forbidden. */
function duty(
  reading: Reading,
  start: number,
): { readonly end: number; readonly forbidden: boolean } | undefined {
  const not = mustNot(reading, start)
  if (not >= 0) return { end: skip(reading, not, always, never), forbidden: true }
  const first = skip(reading, start, always)
  const said = must(reading, first)
  const behind = said < 0 ? first : said
  const forbids = never(reading, behind)
  if (said < 0 && forbids < 0 && first === start) return undefined
  return { end: skip(reading, forbids < 0 ? behind : forbids, always), forbidden: forbids >= 0 }
}

const said = (reading: Reading, place: number, rules: Rules): Said | undefined => {
  const segment = place < 0 ? undefined : segmentAt(reading, place)
  return segment && { segment: segment.value.id, rules, end: segment.end }
}

/** `Ana must always be in VIP` */
function ofCustomer(reading: Reading, start: number): Said | undefined {
  const customer = customerAt(reading, start)
  if (customer === undefined || segmentAt(reading, start) !== undefined) return undefined
  const asked = duty(reading, customer.end)
  if (asked === undefined) return undefined
  const names = [customer.value]
  const out = beOut(reading, asked.end)
  if (out >= 0) return said(reading, out, asked.forbidden ? { in: names } : { out: names })
  return said(reading, beIn(reading, asked.end), asked.forbidden ? { out: names } : { in: names })
}

/** `VIP must include Ana`, `VIP should never be above 500 people` */
function ofSegment(reading: Reading, start: number): Said | undefined {
  const segment = segmentAt(reading, skip(reading, start, sizeOf))
  if (segment === undefined) return undefined
  const asked = duty(reading, segment.end)
  if (asked === undefined) return undefined
  const id = segment.value.id
  const size = sizeIn(reading, asked.end, asked.forbidden)
  if (size !== undefined) return { segment: id, ...size }
  const leaves = exclude(reading, asked.end)
  const holds = leaves < 0 ? hold(reading, asked.end) : leaves
  const customer = holds < 0 ? undefined : customerAt(reading, holds)
  if (customer === undefined) return undefined
  const out = asked.forbidden !== leaves >= 0
  return { segment: id, rules: out ? { out: [customer.value] } : { in: [customer.value] }, end: customer.end }
}

function sizeIn(reading: Reading, start: number, forbidden: boolean): Omit<Said, 'segment'> | undefined {
  for (const place of [start, skip(reading, start, be), skip(reading, skip(reading, start, be), be)]) {
    const size = sizeAt(reading, place, forbidden)
    if (size !== undefined) return { rules: size.value, end: size.end }
  }
  return undefined
}

/** `pin c12 to VIP`, `never let c12 into VIP`, `keep VIP under 500`, `cap VIP at 500` */
function kept(reading: Reading, start: number): Said | undefined {
  for (const [words, place, rule] of [
    [neverLet, inTo, 'out'],
    [lockOut, outOf, 'out'],
    [putIn, inTo, 'in'],
  ] as const) {
    const opened = words(reading, start)
    const customer = opened < 0 ? undefined : customerAt(reading, opened)
    if (customer === undefined) continue
    const found = said(reading, place(reading, customer.end), { [rule]: [customer.value] })
    if (found !== undefined) return found
  }
  const opened = keepSize(reading, start)
  const segment = opened < 0 ? undefined : segmentAt(reading, opened)
  if (segment === undefined) return undefined
  const size = sizeIn(reading, segment.end, false)
  if (size !== undefined) return { segment: segment.value.id, ...size }
  const capped = at(reading, segment.end)
  const amount = capped < 0 ? undefined : amountAt(reading, capped)
  if (amount === undefined || !/^(?:cap|limit|restrict)$/.test(reading.tokens[start]?.word ?? ''))
    return undefined
  return { segment: segment.value.id, rules: { most: amount.value }, end: amount.end }
}

/** `remove that rule`, `remove the rules of VIP`, `drop the size limit of VIP` */
function removed(reading: Reading, start: number): Said | undefined {
  const opened = remove(reading, start)
  if (opened < 0) return undefined
  for (const [words, rules] of [
    [sizeRule, { least: 'none', most: 'none' }],
    [most, { most: 'none' }],
    [least, { least: 'none' }],
    [allRules, { clear: 'all' }],
    [oneRule, { clear: 'one' }],
  ] as const) {
    const named = words(reading, opened)
    // "Delete it" is about the segment itself.
    if (named < 0 || (words === oneRule && named < opened + 2)) continue
    const place = from(reading, named)
    const found = place < 0 ? undefined : said(reading, place, rules)
    if (found !== undefined) return found
    const { lastSegment } = reading.situation
    if (lastSegment !== undefined) return { segment: lastSegment.id, rules, end: named }
  }
  return undefined
}

/** `c12 no longer has to be in VIP`, `unpin c12 from VIP` */
function freed(reading: Reading, start: number): Said | undefined {
  const opened = unpin(reading, start)
  const customer = customerAt(reading, opened < 0 ? start : opened)
  if (customer === undefined) return undefined
  const place = opened < 0 ? free(reading, customer.end) : from(reading, customer.end)
  return said(reading, place, { free: [customer.value] })
}
