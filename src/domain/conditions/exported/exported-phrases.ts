import type { Criteria } from '../../criteria/schema.ts'
import type { FormatId } from '../../exports/formats/index.ts'
import { formatAt } from '../../language/grammar/format-names.ts'
import {
  allOf,
  anyOf,
  doubtful,
  type Meaning,
  missing,
  negated,
  question,
} from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import type { Found, Parser, Reading } from '../../language/grammar/reading.ts'
import type { Timing } from '../../language/grammar/timing.ts'
import { window } from '../../language/grammar/window.ts'

const verb = phrase(
  'exported',
  'in|on|part of? an|any|our|some? export|exports',
  'included in an|any|our|some? export|exports',
)
const recently = phrase('recently|lately|just', 'a while ago')
const ever = phrase('ever|already|previously|before', 'at any|some time|point')
const joint = phrase('and|or|nor|/|,', ', and|or', 'and|or|nor to|for|as|in|into')

/** What was said of the exports that are meant, after the verb. */
interface Told {
  readonly formats: readonly FormatId[]
  /** "Meta or Klaviyo": in either of them. */
  readonly any: boolean
  readonly time?: Timing
}

/** `to Meta or Klaviyo in the last 2 weeks`, `in the last 2 weeks to Meta`. */
function toldAt(reading: Reading, at: number): Found<Told> {
  const early = window(reading, at)
  const named = formatsAt(reading, early?.end ?? at)
  const late = early === undefined ? window(reading, named.end) : undefined
  const time = early ?? late
  return {
    value: { ...named.value, ...(time !== undefined && { time: time.value }) },
    end: late?.end ?? named.end,
  }
}

function formatsAt(reading: Reading, at: number): Found<Pick<Told, 'formats' | 'any'>> {
  const formats: FormatId[] = []
  let [any, end] = [false, at]
  for (;;) {
    const next = formats.length === 0 ? end : joint(reading, end)
    const found = next < 0 ? undefined : formatAt(reading, next)
    if (found === undefined) return { value: { formats, any }, end }
    any ||= reading.tokens.slice(end, next).some(({ word }) => /^(?:or|nor|\/)$/.test(word))
    formats.push(found.value)
    end = found.end
  }
}

/** Behind “ever”; not behind the “before” of “before 1 January”, which is a time. */
const pastEver = (reading: Reading, at: number): number =>
  window(reading, at) === undefined ? skip(reading, at, ever) : at

/** `exported in the last 30 days`, `not exported to Meta in the last 2 weeks`, `never exported`. */
const exported: Parser<Meaning> = (reading, at) => {
  const { negative, end: polar } = polarity(reading, at)
  const vague = recently(reading, polar)
  const opened = verb(reading, skip(reading, vague >= 0 ? vague : polar, ever))
  if (opened < 0) return undefined
  const told = toldAt(reading, pastEver(reading, opened))
  const after = recently(reading, told.end)
  const end = Math.max(after, pastEver(reading, told.end))
  const { formats, any, time } = told.value
  if (time === undefined && Math.max(vague, after) >= 0) {
    return { value: { ...doubtful(howRecent(reading, at, end)), people: true }, end }
  }
  // Whoever was never exported is nobody's loss; whoever was can only be named once somebody was.
  const none = reading.situation.vocabulary.filled('exported') === 0
  if (none && !negative) return { value: doubtful(missing(at, end, 'exports made before', NOBODY_YET)), end }
  const criteria = criteriaOf({ formats, any: any || negative, time })
  const doubts = time?.doubts ?? []
  return {
    value: {
      ...(doubts.length > 0 ? {} : { criteria: negative ? negated(criteria) : criteria }),
      assumptions: [
        ...(none ? ['Nothing was exported from here yet, so nobody is left out by it so far.'] : []),
        ...(time?.assumptions ?? []),
      ],
      doubts,
      people: true,
    },
    end,
  }
}

const NOBODY_YET =
  'Nothing was exported from here yet, so nobody can be asked for by it. What is exported from now on can be: “exported to Meta in the last 2 weeks”.'

function criteriaOf({ formats, any, time }: { readonly [K in keyof Told]: Told[K] | undefined }): Criteria {
  const windows = time === undefined || time.windows.length === 0 ? [undefined] : time.windows
  const each = (formats === undefined || formats.length === 0 ? [undefined] : formats).map((to) =>
    anyOf(
      windows.map(
        (within): Criteria => ({
          type: 'exported',
          ...(to !== undefined && { to }),
          ...(within !== undefined && { within }),
        }),
      ),
    ),
  )
  return any === true ? anyOf(each) : allOf(each)
}

const howRecent = (reading: Reading, from: number, to: number) => {
  const { negative } = polarity(reading, from)
  const no = negative ? 'not ' : ''
  return question(from, to, 'Exported how recently?', [
    ['in the last 7 days', `${no}exported in the last 7 days`],
    ['in the last 30 days', `${no}exported in the last 30 days`],
    ['in the last 90 days', `${no}exported in the last 90 days`],
  ])
}

export const exportedPhrases: readonly Parser<Meaning>[] = [exported]
