import type { Criteria } from '../../criteria/schema.ts'
import { doubtful, type Meaning, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { type Found, type Parser, type Reading, said, wordAt } from '../../language/grammar/reading.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { span } from '../../language/grammar/span.ts'
import { window } from '../../language/grammar/window.ts'
import type { Window } from '../../time/window.ts'
import type { Deed } from '../shared/deed.ts'
import { deedCriteria, isPlainOrder } from '../shared/deed-criteria.ts'
import { deedAt } from '../shared/deed-phrases.ts'

const stopping = phrase('have|has|had? stopped|quit|ceased', 'no longer', 'gave up', 'given up')
const forWord = phrase(
  'for|since|after over|exceeding?',
  'for|since|after more|longer than',
  'for|since at least',
  'over|exceeding',
  'more than',
  'at least',
)
const ago = phrase('ago')
const anymore = phrase('anymore', 'any more|longer', 'no more')

/** `stopped opening e-mails over 60 days ago`; without a time, or with another, it is asked. */
const stopped: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  if (negative) return notAnymore(reading, at, start)
  const from = stopping(reading, stopping(reading, at) >= 0 ? at : start)
  const found = from < 0 ? undefined : deedAt(reading, from)
  if (found === undefined || found.value.negative || found.value.times !== undefined) return undefined
  const { deed, within, assumptions, doubts } = found.value
  if (deed === undefined) return { value: doubtful(...doubts), end: found.end }
  const length = within === undefined ? lengthAt(reading, found.end) : undefined
  const older = length?.older ?? olderOf(reading, from, found.end, within)
  const end = length?.end ?? found.end
  if (older === undefined) {
    // "stopped buying" by itself is asked about with the other vague words.
    if (isPlainOrder(deed) && within === undefined) return undefined
    const last = lastly(said(reading, from, wordsEnd(reading, from, found.end)))
    return askFor(reading, { at, end: found.end, last, ...(within === undefined ? {} : { within }) })
  }
  return {
    value: { criteria: lastTime(deed, older), assumptions: [...assumptions, STOPPED], doubts: [] },
    end,
  }
}

/** `don’t open e-mails anymore` */
function notAnymore(reading: Reading, at: number, from: number): Found<Meaning> | undefined {
  const found = deedAt(reading, from)
  const end = found === undefined ? -1 : anymore(reading, found.end)
  if (found?.value.deed === undefined || end < 0 || found.value.times !== undefined) return undefined
  const { deed, within } = found.value
  if (within !== undefined) return undefined
  const last = isPlainOrder(deed) ? 'last ordered' : lastly(said(reading, from, found.end))
  return askFor(reading, { at, end, last })
}

/** "for 90 days" is that long ago, where "in the last 90 days" may be when they stopped. */
function olderOf(
  reading: Reading,
  from: number,
  end: number,
  within: Window | undefined,
): Window | undefined {
  if (within?.kind !== 'last') return within?.kind === 'older' ? within : undefined
  const { n, unit } = within
  return wordAt(reading, wordsEnd(reading, from, end)) === 'for' ? { kind: 'older', n, unit } : undefined
}

const STOPPED = '“stopped” is read as: done before, and the last time is that long ago.'

const lastTime = (deed: Deed, during: Window): Criteria =>
  isPlainOrder(deed)
    ? { type: 'orders', measure: 'last_date', during }
    : { type: 'moment', which: 'last', deed, during }

function lengthAt(reading: Reading, at: number): { older: Window; end: number } | undefined {
  const opened = forWord(reading, at)
  const length = opened < 0 ? undefined : span(reading, opened)
  if (length === undefined || length.value.bare) return undefined
  return {
    older: { kind: 'older', n: length.value.n, unit: length.value.unit },
    end: skip(reading, length.end, ago),
  }
}

interface Unclear {
  readonly at: number
  readonly end: number
  /** "opened an email for the last time", in their words. */
  readonly last: string
  readonly within?: Window
}

function askFor(reading: Reading, { at, end, last, within }: Unclear): Found<Meaning> {
  const times =
    within?.kind === 'last' ? [`${within.n} ${within.unit}s`] : ['90 days', '180 days', '365 days']
  const doubt = question(
    at,
    end,
    `“${said(reading, at, end)}”: after how long without?`,
    times.map((time) => [`the last time over ${time} ago`, `${last} more than ${time} ago`] as const),
  )
  return { value: doubtful(doubt), end }
}

const lastly = (deed: string): string => `${deed} for the last time`

/** Without the window behind it. */
function wordsEnd(reading: Reading, from: number, end: number): number {
  for (let i = from + 1; i < end; i++) if (window(reading, i)?.end === end) return i
  return end
}

const usedTo = phrase('used to', 'previously|formerly|once used to?')
const not = phrase(
  ',? but|and|yet have|has|had|did|do|does? not',
  ',? but|and|yet not|never|nothing|no longer',
  ',? but|and|yet nothing|none|no longer',
  ',? but|and|yet have|has stopped',
  ',? but|and|yet stopped',
)
const before = phrase('before|previously|earlier', 'in the past')
const again = phrase(
  'done so|it|that',
  'bought|ordered|purchased|visited|opened|clicked|viewed|been|come|shopped|buy|order|visit|open|click it|them|any|anything|one|back|again|so?',
  'since',
)

/** `used to open e-mails but hasn’t in 60 days`, `bought 3 times before but not this year`: then, and not now. */
const usedToDo: Parser<Meaning> = (reading, at) => {
  const opened = usedTo(reading, at)
  const found = deedAt(reading, opened >= 0 ? opened : at)
  if (found === undefined || found.value.negative || found.value.within !== undefined) return undefined
  const { deed, times, assumptions, doubts } = found.value
  const earlier = before(reading, found.end)
  if (opened < 0 && earlier < 0) return undefined
  if (deed === undefined) return { value: doubtful(...doubts), end: found.end }
  const denied = not(reading, Math.max(earlier, found.end))
  const time = denied < 0 ? undefined : window(reading, skip(reading, denied, again))
  const [within, more] = time?.value.windows ?? []
  if (time === undefined || within === undefined || more !== undefined) return undefined
  const criteria: Criteria = {
    all: [
      deedCriteria(deed, times === undefined ? {} : { least: times }),
      deedCriteria(deed, { none: true, within }),
    ],
  }
  return {
    value: { criteria, assumptions: [...assumptions, ...time.value.assumptions], doubts: [] },
    end: time.end,
  }
}

export const stoppedPhrases: readonly Parser<Meaning>[] = [stopped, usedToDo]
