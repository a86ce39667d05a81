import { Temporal } from 'temporal-polyfill'
import { hemisphereOf } from '../../places/hemisphere.ts'
import { dateWords } from '../../time/words.ts'
import { question } from './meaning.ts'
import type { Period } from './period.ts'
import { recentYear, yearAfter } from './period-years.ts'
import { phrase, skip } from './phrase.ts'
import { type Found, type Reading, wordAt } from './reading.ts'

const seasons = phrase('spring|summer|autumn|fall|winter')
const recent = phrase('last|previous|this', 'the? last|previous', 'this past', 'the')
/** The months in which they begin north of the equator. */
const BEGINS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }

/** `last summer`, `winter 2024`: as where nearly all customers live; where they live on both sides it is asked. */
export function season(reading: Reading, at: number): Found<Period> | undefined {
  const start = skip(reading, at, recent)
  const end = seasons(reading, start)
  if (end < 0 || (start === at && isVerb(reading, at))) return undefined
  // "Summer Sale" is a campaign, and says nothing of when.
  if (reading.links.at(start).some((link) => link.match === 'whole' && link.end > end)) return undefined
  const name = reading.tokens[start]?.word ?? ''
  const said = yearAfter(reading, end)
  const close = said?.end ?? end
  const first = BEGINS[name] ?? 3
  const [north, south] = [first, ((first + 5) % 12) + 1].map((month) =>
    threeMonths(said?.year ?? recentYear(reading, month, 1), month),
  )
  if (north === undefined || south === undefined) return undefined
  const sent = campaignsNamed(reading, start)
  if (sent.length > 0) {
    const choices = [
      ...sent.map((label): readonly [string, string] => [`the campaign ${label}`, label]),
      [words(north), `${north.from.toString()} to ${north.to.toString()}`] as const,
    ]
    const doubt = question(start, close, `“${name}”: a campaign, or the months?`, choices)
    return { value: { ...north, doubts: [doubt] }, end: close }
  }
  const where = hemisphereOf(reading.situation.vocabulary.values('country'))
  if (where !== undefined) {
    const meant = where === 'north' ? north : south
    const stated = `“${name}” is read as ${words(meant)}, as ${where} of the equator.`
    return { value: { ...meant, assumptions: [stated] }, end: close }
  }
  const choices = [north, south].map((stretch, i): readonly [string, string] => [
    `${words(stretch)} (${i === 0 ? 'north' : 'south'} of the equator)`,
    instead(reading, at, stretch),
  ])
  const doubt = question(at, close, `Which months do you mean by “${name}”?`, choices)
  return { value: { ...north, doubts: [doubt] }, end: close }
}

const behindVerb = phrase('into|in|within|under|below|between|among|on')

/** “… and fall into the Newsletter list”: no autumn, where no word for a time stands before it. */
const isVerb = (reading: Reading, at: number): boolean =>
  wordAt(reading, at) === 'fall' &&
  behindVerb(reading, at + 1) >= 0 &&
  !/^(?:in|during|over|since|until|before|after|of|each|every)$/.test(wordAt(reading, at - 1))

/** "an e-mail from Summer": with a capital, behind “from”, it may be the campaigns that are called so. */
function campaignsNamed({ tokens, situation }: Reading, at: number): readonly string[] {
  const { text = '', word = '' } = tokens[at] ?? {}
  if (tokens[at - 1]?.word !== 'from' || !/^\p{Lu}/u.test(text)) return []
  const labels = situation.vocabulary.values('campaign').map(({ label }) => label)
  return labels.filter((label) => label.toLowerCase().startsWith(`${word} `)).slice(0, 3)
}

function threeMonths(year: number, first: number): Period {
  const from = new Temporal.PlainDate(year, first, 1)
  return { from, to: from.add({ months: 3 }).subtract({ days: 1 }), assumptions: [], doubts: [] }
}

const words = ({ from, to }: Period): string => `${dateWords(from.toString())} to ${dateWords(to.toString())}`

/** "since spring" takes the day on which it begins, "until spring" as well, "after spring" the last of its days. */
function instead(reading: Reading, at: number, { from, to }: Period): string {
  const before = reading.tokens[at - 1]?.word ?? ''
  if (/^(?:since|before|until|till)$/.test(before)) return from.toString()
  if (/^(?:after|by|through)$/.test(before)) return to.toString()
  return `from ${from.toString()} to ${to.toString()}`
}
