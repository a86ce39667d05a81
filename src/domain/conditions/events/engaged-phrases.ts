import { between, noSlots, timesSlot, timingSlot } from '../../language/grammar/buying.ts'
import { doubtful, type Meaning, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import type { Parser } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import { EVENT_KINDS } from './event-kinds.ts'
import { campaignSlot, type EventSlots, finish } from './event-slots.ts'

const engagedWord = phrase(
  'engaged|engage|engaging|interacted|interact',
  'engaged subscribers|customers|people',
  'active on email',
  'email engaged',
)

const withMail = phrase(
  'with',
  'with|by|on|in our|the|any? email|emails|campaign|campaigns|mailings|newsletters',
  'with us',
)

/** "Engaged" is opening or clicking an e-mail, in the window said. */
export const engaged: Parser<Meaning> = (reading, at) => {
  const { negative, end: start } = polarity(reading, at)
  const head = engagedWord(reading, start)
  if (head < 0) return undefined
  const from = skip(reading, skip(reading, head, withMail), withMail)
  const slots: EventSlots = noSlots()
  const end = collect(reading, from, slots, [timesSlot, timingSlot, campaignSlot], between)
  // A campaign has its own time.
  if (slots.timing === undefined && slots.campaign === undefined) {
    const doubt = question(start, end, 'Engaged in what time?', [
      ['in the last 30 days', 'engaged in the last 30 days'],
      ['in the last 90 days', 'engaged in the last 90 days'],
    ])
    return { value: { ...doubtful(doubt), people: true }, end }
  }
  const kinds = EVENT_KINDS.filter(
    (kind) => kind.types.includes('opened_email') || kind.types.includes('clicked_email'),
  )
  const found = finish(reading, { kinds, all: false, slots, negative, from: start, end })
  const assumptions = ['“engaged” is read as opened or clicked an e-mail.', ...found.value.assumptions]
  return { value: { ...found.value, assumptions }, end: found.end }
}
