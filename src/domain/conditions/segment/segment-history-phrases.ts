import type { Criteria } from '../../criteria/schema.ts'
import { type Meaning, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Found, type Parser, type Reading, said, wordAt } from '../../language/grammar/reading.ts'
import type { Timing } from '../../language/grammar/timing.ts'
import { hasBeginning } from '../../time/window.ts'
import { ever, timeAt, told } from './segment-history-told.ts'
import { segmentNamed } from './segment-named.ts'

const MOVES =
  'moved|moving|went|gone|slid|slipped|sliding|slipping|dropped|dropping|fell|fallen|falling|migrated|shifted|' +
  'transitioned|switched|progressed|graduated|upgraded|downgraded|promoted|demoted|declined|turned|came|passed|changed|jumped|rose|climbed|sank'
const moved = phrase(
  `${MOVES} down|up|back|over? from`,
  'got|were|was upgraded|downgraded|promoted|demoted|moved from',
)
const movedOut = phrase(`${MOVES} out of`, `${MOVES} off|away from?`)
const to = phrase('down|up|back? to|into|in', 'and? now? are? in', 'over to', 'and into|to', 'to become')

const entered = phrase(
  'entered|entering|joined|joining|reached|became|become|becoming|enter|join',
  `${MOVES} down|up|back|over? into`,
  'got|came|moved into|to',
  'made it in|into|to',
  'turned into?',
  'qualified for',
  'newly|freshly|just|recently in|entered|joined|became',
  'newly|freshly',
  'added|promoted|upgraded|demoted|downgraded to|into',
  'are|is new in|to',
)
/** "moved to London" is no membership: the name of a segment follows these anyway, or they are not read. */
const newIn = phrase(
  'new|newest|newly members|customers|people|entrants|arrivals|additions in|of|to',
  'new|newly|newest',
)
const left = phrase(
  'left|leaving|exited|exiting|leave|exit',
  'dropped|fell|slipped|moved|went|came|slid|gone|churned out of',
  'removed|gone from',
  'fell|dropped off|from',
  'lost the|their|his|her?',
  'stopped being in?',
  'ceased to be in?',
  'dropouts|leavers from|of',
)
const been = phrase(
  'was|were|been|being in|on|inside',
  'was|were|been a? member|members|part of',
  'was|were|been',
  'belonged to',
)
const inIt = phrase('in|on')
const former = phrase(
  'former|formerly|ex|previous|past',
  'ex -',
  'used to be in|on|part? of?',
  'no longer|more in|on|a? member? of?',
  'not in anymore',
)
const noMore = phrase(
  'anymore|any more',
  'any longer',
  'but|and no longer|more now?',
  'but|and not anymore|now',
  'but not any more|longer',
  'but|and are|is no longer|more now?',
  'but|and are|is not anymore|now',
  'but|and are|is not any more|longer',
  'but have|has left? since',
)
/** `entered Champions last week`, `left VIP since March`, `were in At Risk on 1 September`, `slid from Loyal to At Risk`. */
const history: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  return movement(reading, start, negative) ?? passage(reading, at, start, negative) ?? presence(reading, at)
}

function movement(reading: Reading, start: number, negative: boolean): Found<Meaning> | undefined {
  const verb = moved(reading, start)
  const origin = verb < 0 ? undefined : segmentNamed(reading, verb)
  const into = origin === undefined ? -1 : to(reading, origin.end)
  const target = into < 0 ? undefined : segmentNamed(reading, into)
  if (origin === undefined) return undefined
  if (target === undefined)
    return told(reading, origin.end, negative, { was: 'left', segment: origin.value.id })
  if (target.value.id === origin.value.id) return undefined
  const asked = { was: 'entered', segment: target.value.id, from: origin.value.id } as const
  const stated = `“${said(reading, start, target.end)}” is read as left ${origin.value.name} and entered ${target.value.name} afterwards, both in that time.`
  return told(reading, target.end, negative, asked, [stated])
}

function passage(reading: Reading, at: number, start: number, negative: boolean): Found<Meaning> | undefined {
  for (const [was, words] of [
    ['left', movedOut],
    ['left', left],
    ['entered', entered],
    ['entered', newIn],
  ] as const) {
    const verb = words(reading, start)
    const named = verb < 0 ? undefined : segmentNamed(reading, verb)
    if (named === undefined) continue
    const { id, name } = named.value
    // "joined the newsletter" without a time says that they are on it.
    if (wordAt(reading, verb - 1).startsWith('join') && timeAt(reading, named.end) === undefined) continue
    const found = told(reading, named.end, negative, { was, segment: id })
    // "new VIPs": since when are they new?
    if (words !== newIn || timeAt(reading, named.end) !== undefined) return found
    if (/^new /i.test(name)) return undefined
    const doubt = question(at, named.end, `Since when is somebody new in ${name}?`, [
      ['entered it in the last 30 days', `entered the segment “${name}” in the last 30 days`],
      ['entered it this month', `entered the segment “${name}” this month`],
    ])
    return { value: { assumptions: [], doubts: [doubt], people: true }, end: named.end }
  }
  return undefined
}

/** Who was in it then, or at some time. */
function presence(reading: Reading, at: number): Found<Meaning> | undefined {
  const past = pastMember(reading, at)
  if (past !== undefined) return past
  const { negative, end: polar } = polarityBefore(reading, at)
  const start = skip(reading, polar, ever)
  const opened = been(reading, start)
  const verb = opened >= 0 ? opened : inIt(reading, start)
  const from = verb < 0 ? verb : skip(reading, verb, denied, ever)
  const named = from < 0 ? undefined : segmentNamed(reading, skip(reading, from, inIt))
  if (named === undefined) return undefined
  const no = negative !== (from > verb && denied(reading, verb) >= 0)
  const { id: segment, name } = named.value
  const asked = { was: 'in', segment } as const
  const time = timeAt(reading, named.end)
  const once = ever(reading, named.end) >= 0 || start > polar || (from > verb && denied(reading, verb) < 0)
  // "in VIP last month" speaks of then; "in VIP in the last 30 days" may speak of something else that was done then.
  if (opened < 0) return isPast(time?.value) ? told(reading, named.end, no, asked) : undefined
  const perfect = /^(?:been|being)$/.test(reading.tokens[start]?.word ?? '')
  if (once || perfect || (time !== undefined && !isOpen(time.value)))
    return told(reading, named.end, no, asked)
  const end = time?.end ?? named.end
  const when = said(reading, named.end, end)
  const inSegment = `in the segment “${name}”`
  const doubt =
    time === undefined
      ? question(at, end, `In ${name} now, or at some time?`, [
          ['in it now', `are ${inSegment}`],
          ['in it at some time', `were ${inSegment} at some time`],
        ])
      : question(at, end, `Who was in ${name} at some time ${when}, or who came in ${when}?`, [
          ['in it at some time', `were ${inSegment} at some time ${when}`],
          ['came in', `entered the segment “${name}” ${when}`],
        ])
  return { value: { assumptions: [], doubts: [doubt], people: true }, end }
}

const isOpen = ({ windows: [only] }: Timing): boolean =>
  only?.kind === 'dates' && hasBeginning(only) && only.to === undefined && only.before === undefined

/** A time that is over. */
const isPast = (timing: Timing | undefined): boolean =>
  timing !== undefined &&
  timing.windows.length > 0 &&
  timing.windows.every((window) => {
    if (window.kind === 'calendar') return window.offset + (window.count ?? 1) <= 0
    return window.kind === 'ago' || (window.kind === 'dates' && (window.to ?? window.before) !== undefined)
  })

const helping = phrase('who|that|they|have|has|had|also|are|is')
const denied = phrase('not|never')

/** As polarity, which would take "was" for a helping verb. */
function polarityBefore(reading: Reading, at: number): { negative: boolean; end: number } {
  let end = at
  let negative = false
  for (;;) {
    const no = denied(reading, end)
    if (no >= 0 && negative) break
    const next = no >= 0 ? no : skip(reading, end, helping)
    if (next === end) break
    negative ||= no >= 0
    end = next
  }
  return { negative, end }
}

/** `former Champions`, `used to be in VIP`, `were in VIP last month but no longer`: once, and not now. */
function pastMember(reading: Reading, at: number): Found<Meaning> | undefined {
  const { end: polar, negative } = polarityBefore(reading, at)
  if (negative) return undefined
  const opened = former(reading, polar)
  const verb = opened < 0 ? been(reading, skip(reading, polar, ever)) : opened
  const named = verb < 0 ? undefined : segmentNamed(reading, verb)
  if (named === undefined) return undefined
  const { id: segment, name } = named.value
  const once = told(reading, named.end, false, { was: 'in', segment })
  const closed = noMore(reading, once.end)
  if (opened < 0 && closed < 0) return undefined
  const end = Math.max(closed, once.end)
  const stated = `“${said(reading, polar, end)}” is read as was in ${name} ${once.end > named.end ? 'then' : 'at some time'}, by its counts, and is not in it now.`
  const found = { value: { ...once.value, assumptions: [stated, ...once.value.assumptions] }, end }
  const { criteria } = found.value
  if (criteria === undefined) return found
  const now: Criteria = { type: 'segment', segment }
  return { ...found, value: { ...found.value, criteria: { all: [criteria, { none: [now] }] } } }
}

export const segmentHistoryPhrases: readonly Parser<Meaning>[] = [history]
