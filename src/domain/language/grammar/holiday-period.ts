import { Temporal } from 'temporal-polyfill'
import { dateWords } from '../../time/words.ts'
import { question } from './meaning.ts'
import { HOLIDAYS, UNDATED } from './named-days.ts'
import type { Period } from './period.ts'
import { yearAfter, yearNumber } from './period-years.ts'
import { beginning, phrase, skip } from './phrase.ts'
import { type Found, type Reading, said as written } from './reading.ts'

const lead = phrase('last|previous|this|the', 'the last|previous', 'this past')

const holidaysAt = beginning(HOLIDAYS, ({ words }) => words)
const undated = beginning(UNDATED, ([, words]) => words)

/** `Black Friday 2024`, `2024 BFCM`, `Christmas last year`: the last one there was, where no year is said. */
export function holiday(reading: Reading, at: number): Found<Period> | undefined {
  const before = yearNumber(reading, at)
  const start = skip(reading, before?.end ?? at, lead)
  let best: Found<Period> | undefined
  for (const { words, ...day } of holidaysAt(reading, start)) {
    const end = words(reading, start)
    if (end < 0 || (best !== undefined && end <= best.end)) continue
    const said = before === undefined ? yearAfter(reading, end) : { year: before.year, end }
    const { today } = reading
    const past = Temporal.PlainDate.compare(day.on(today.year), today) <= 0
    const inYear = (year: number): Period => dated(day, year)
    const value = inYear(said?.year ?? (past ? today.year : today.year - 1))
    const yearless = said === undefined && { yearless: true as const }
    best = { value: { ...value, inYear, ...yearless }, end: said?.end ?? end }
  }
  return undatedAt(reading, start, best?.end ?? start) ?? best
}

function dated({ name, on, days = 1, by }: Omit<(typeof HOLIDAYS)[number], 'words'>, year: number): Period {
  const from = on(year)
  const to = from.add({ days: days - 1 })
  const dates = [from, ...(days === 1 ? [] : [to])].map((one) => dateWords(one.toString())).join(' to ')
  return {
    from,
    to,
    assumptions: [`${name} is read as ${dates}${by === undefined ? '' : `, ${by}`}.`],
    doubts: [],
  }
}

/** What has a name and no rule for its dates is asked about, where that is longer than what has one. */
function undatedAt(reading: Reading, at: number, least: number): Found<Period> | undefined {
  for (const [name, words] of undated(reading, at)) {
    const named = words(reading, at)
    if (named <= least || isCampaign(reading, at, named)) continue
    const end = yearAfter(reading, named)?.end ?? named
    const says = `Which dates do you mean by ${name ?? `“${written(reading, at, named)}”`}? Please say them, such as “from 1 to 7 December 2025”.`
    const { today } = reading
    return {
      value: { from: today, to: today, assumptions: [], doubts: [question(at, end, says)] },
      end,
    }
  }
  return undefined
}

/** "opened the Summer Sale" names what was sent. */
function isCampaign(reading: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (reading.links.at(at).some(({ field, end }) => field === 'campaign' && end >= to)) return true
  return false
}
