import { between, noSlots, timesSlot, timingSlot } from '../../language/grammar/buying.ts'
import { doubtful, type Meaning, question } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import { polarity } from '../../language/grammar/polarity.ts'
import type { Parser } from '../../language/grammar/reading.ts'
import { collect } from '../../language/grammar/slots.ts'
import { channelsAt } from '../consent/consent-channels.ts'
import { EVENT_KINDS } from './event-kinds.ts'
import { campaignSlot, type EventSlots, finish } from './event-slots.ts'

const engagedWord = phrase(
  'engaged|engage|engaging|interacted|interact',
  'engaged subscribers|customers|people',
  'active on email',
  'email engaged',
)
/** "no engagement whatsoever since June" */
const engagement = phrase(
  'no|zero|any|some email|mail? engagement|interaction|interactions',
  'no|zero|any|some email|mail? engagement|interaction|interactions whatsoever',
  'no|zero|any|some email|mail? engagement|interaction|interactions at all',
  'no|zero|any|some kind|sort|form of email|mail? engagement|interaction|interactions',
)
const some = phrase('any|some')
const showing = phrase('with|showing|showed|shown|show|had|have|has|having')

const withMail = phrase(
  'with',
  'with|by|on|in our|the|any? email|emails|campaign|campaigns|mailings|newsletters',
  'with us',
)

const via = phrase('with us? by|via|over|through|on|in', 'by|via|through|over|with')

/** "engaged by mail or text": what can be done with each, and how the answer says it. */
const BY_CHANNEL = {
  email: ['opened_email', 'clicked_email'],
  sms: ['clicked_sms'],
} as const
const SAYS = {
  email: '“engaged” is read as opened or clicked an e-mail.',
  sms: '“engaged” is read as clicked an SMS.',
  both: '“engaged” is read as opened or clicked an e-mail, or clicked an SMS.',
} as const

/** "Engaged" is opening or clicking an e-mail, in the window said; by text it is clicking one. */
export const engaged: Parser<Meaning> = (reading, at) => {
  const { negative: denied, end: start } = polarity(reading, at)
  const shown = skip(reading, start, showing)
  const noun = engagement(reading, shown)
  const head = Math.max(engagedWord(reading, start), noun)
  if (head < 0) return undefined
  const negative = denied !== (noun >= 0 && some(reading, shown) < 0)
  const opened = via(reading, head)
  const by = opened < 0 ? undefined : channelsAt(reading, opened)
  const from = by?.end ?? skip(reading, skip(reading, head, withMail), withMail)
  const channels = by?.value.channels ?? ['email']
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
  // "By mail and text" is both, each by itself: that is said with what was done.
  if (channels.length > 1 && by?.value.any !== true) return undefined
  const types: readonly string[] = channels.flatMap((channel) => BY_CHANNEL[channel])
  const kinds = EVENT_KINDS.filter((kind) => kind.types.some((type) => types.includes(type)))
  const found = finish(reading, { kinds, all: false, slots, negative, from: head, end })
  const says = channels.length > 1 ? SAYS.both : SAYS[channels[0] ?? 'email']
  return { value: { ...found.value, assumptions: [says, ...found.value.assumptions] }, end: found.end }
}
