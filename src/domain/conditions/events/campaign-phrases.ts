import { between, noSlots } from '../../language/grammar/buying.ts'
import { comparison, mayCount } from '../../language/grammar/comparison.ts'
import { doubtful, type Meaning, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import { type Parser, remembered, said } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import { clicksOf } from './campaign-clicks.ts'
import { EVENT_KINDS } from './event-kinds.ts'
import { campaignSlot, type EventSlots, finish, slotsFor } from './event-slots.ts'

const mail = phrase('email|emails|newsletter|campaign|ad|ads|sms')
const DONE = [
  ['opened_email', phrase('opened|read', 'openers|opener|readers', 'opens|open')],
  ['clicked_email', phrase('clicked', 'clickers|clicker', 'clicks|click')],
] as const
const lead = phrase('with|have|has|having|had|made a|an|any?', 'came|come in? from|through|via|by a|an|our?')
const none = phrase('no|zero|without any?', 'not a? single|one')

/** `Weekly 41 opened`, `2+ Summer Sale clicks`: the campaign stands before what was done with it. */
export const campaignFirst: Parser<Meaning> = remembered((reading, at) => {
  const { negative: polar, end } = polarity(reading, at)
  const opened = comparison(reading, end) === undefined ? skip(reading, end, lead) : end
  const refused = none(reading, opened)
  const denied = polar || refused >= 0
  const number = refused >= 0 ? undefined : comparison(reading, opened)
  if (number !== undefined && !mayCount(number.value)) return undefined
  const start = refused >= 0 ? refused : (number?.end ?? opened)
  const slots: EventSlots = noSlots()
  const named = campaignSlot(reading, start, slots)
  if (named === undefined) return undefined
  named.fill()
  if (number !== undefined) slots.object = number.value
  const { negative: later, end: verb } = polarity(reading, skip(reading, named.end, mail))
  for (const [type, words] of DONE) {
    const done = words(reading, verb)
    if (done < 0) continue
    const mailed = EVENT_KINDS.filter((kind) => kind.types.includes(type))
    const end = collect(reading, done, slots, slotsFor(mailed), between)
    const { kinds, assumptions } = clicksOf(reading, { kinds: mailed, slots, from: start, end: verb })
    slots.assumptions.push(...assumptions)
    return finish(reading, { kinds, all: false, slots, negative: denied !== later, from: start, end })
  }
  return undefined
})

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

const during = phrase(
  'during|throughout|while|whilst|when the|our?',
  'in|over|for|within the time|duration|period|run of the|our?',
)
const ran = phrase(
  'campaign|sale|promo|promotion? was|were? on|running|live|active|going|up on?',
  'campaign|sale|promo|promotion? ran|lasted',
  'campaign|sale|promo|promotion',
)

/** "bought while the Summer Sale was on": when it was is not in the data. */
const campaignTime: Parser<Meaning> = (reading, at) => {
  const opened = during(reading, at)
  const link = opened < 0 ? undefined : reading.links.at(opened).find(({ field }) => field === 'campaign')
  if (link === undefined) return undefined
  const end = skip(reading, link.end, ran)
  const says = `When “${said(reading, opened, link.end)}” ran is not in the data. Please say its dates, such as “from 1 to 14 July 2025”; who opened or clicked it can be asked by its name.`
  return { value: doubtful(question(at, end, says)), end }
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

export const campaignPhrases: readonly Parser<Meaning>[] = [
  campaignFirst,
  campaignIgnored,
  campaignTime,
  campaignAlone,
]
