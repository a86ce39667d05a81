import { between, noSlots } from '../../language/grammar/buying.ts'
import { doubtful, type Meaning, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Parser, said } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import { clicksOf } from './campaign-clicks.ts'
import { EVENT_KINDS } from './event-kinds.ts'
import { campaignSlot, type EventSlots, finish, slotsFor } from './event-slots.ts'

const mail = phrase('email|emails|newsletter|campaign|ad|ads|sms')
const DONE = [
  ['opened_email', phrase('opened|read', 'openers|opener|readers')],
  ['clicked_email', phrase('clicked', 'clickers|clicker')],
] as const

/** `Weekly 41 opened`, `Summer Sale openers`: the campaign stands before what was done with it. */
export const campaignFirst: Parser<Meaning> = (reading, at) => {
  const { negative: denied, end: start } = polarity(reading, at)
  const slots: EventSlots = noSlots()
  const named = campaignSlot(reading, start, slots)
  if (named === undefined) return undefined
  named.fill()
  const { negative: later, end: verb } = polarity(reading, skip(reading, named.end, mail))
  for (const [type, words] of DONE) {
    const done = words(reading, verb)
    if (done < 0) continue
    const mailed = EVENT_KINDS.filter((kind) => kind.types.includes(type))
    const end = collect(reading, done, slots, slotsFor(mailed), between)
    const { kinds, assumptions } = clicksOf(reading, { kinds: mailed, slots, from: start, end: named.end })
    slots.assumptions.push(...assumptions)
    return finish(reading, { kinds, all: false, slots, negative: denied !== later, from: start, end })
  }
  return undefined
}

/** "Summer Sale" alone: a campaign, and no season. What was done with it is asked. */
const campaignAlone: Parser<Meaning> = (reading, at) => {
  const link = reading.links.at(at).find(({ field, match }) => field === 'campaign' && match === 'whole')
  if (link === undefined || link.end < at + 2) return undefined
  const end = skip(reading, link.end, mail)
  const name = said(reading, at, link.end)
  const doubt = question(at, end, `“${name}” is a campaign: who opened it, or who clicked it?`, [
    ['opened it', `opened ${name}`],
    ['clicked it', `clicked ${name}`],
  ])
  return { value: doubtful({ ...doubt, understood: true }), end }
}

const ignored = phrase('ignored|ignore|ignores|ignoring|skipped|missed the|our?')
const IGNORED = '“ignored” is read as not opened.'

/** `ignored Summer Sale`: its e-mails were not opened. */
const campaignIgnored: Parser<Meaning> = (reading, at) => {
  const verb = ignored(reading, at)
  const slots: EventSlots = noSlots()
  const named = verb < 0 ? undefined : campaignSlot(reading, verb, slots)
  if (named === undefined || reading.links.at(verb).every(({ field }) => field !== 'campaign'))
    return undefined
  named.fill()
  slots.assumptions.push(IGNORED)
  const kinds = EVENT_KINDS.filter((kind) => kind.types.includes('opened_email'))
  const end = collect(reading, skip(reading, named.end, mail), slots, slotsFor(kinds), between)
  return finish(reading, { kinds, all: false, slots, negative: true, from: at, end })
}

export const campaignPhrases: readonly Parser<Meaning>[] = [campaignFirst, campaignIgnored, campaignAlone]
