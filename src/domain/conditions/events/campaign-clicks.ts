import { joinWords } from '#kernel/text.ts'
import type { Reading } from '../../language/grammar/reading.ts'
import { EVENT_KINDS, type EventKind } from './event-kinds.ts'
import type { EventSlots } from './event-slots.ts'
import { eventVerbs } from './event-words.ts'

interface Clicked {
  readonly kinds: readonly EventKind[]
  readonly slots: EventSlots
  readonly from: number
  readonly end: number
}

/**
 * What was clicked of a campaign: "clicked the Google Shopping ad" says it, and of a campaign that has clicks on ads
 * alone it can be nothing else.
 */
export function clicksOf(
  reading: Reading,
  { kinds, slots, from, end }: Clicked,
): { readonly kinds: readonly EventKind[]; readonly assumptions: readonly string[] } {
  const [only, more] = kinds
  if (more !== undefined || only?.types.includes('clicked_email') !== true) return { kinds, assumptions: [] }
  const words = reading.tokens.slice(from, end).map(({ word }) => word)
  const ofText = /^(?:sms|texts?)$/.test(words.at(-1) ?? '')
  const type = words.some((word) => AD.test(word)) ? 'clicked_ad' : ofText ? 'clicked_sms' : ''
  const said = EVENT_KINDS.filter((kind) => kind.types.includes(type))
  if (said.length > 0) return { kinds: said, assumptions: [] }
  if (words.some((word) => MAIL.test(word))) return { kinds, assumptions: [] }
  const campaign = slots.campaign ?? []
  const clicks = clicksWith(reading, campaign)
  const held = EVENT_KINDS.filter((kind) => kind.types.some((one) => clicks.includes(one)))
  return { kinds: held.length > 0 ? held : kinds, assumptions: clicksRead(clicks, campaign) }
}

/** The clicks that there are with these campaigns: of each those on e-mails, or else the others that it has. */
export function clicksWith({ situation }: Reading, campaign: readonly string[]): readonly string[] {
  const clicks = campaign.flatMap((one) => {
    const held = situation.vocabulary.eventsOf(one).filter((event) => CLICKS.test(event))
    return held.length === 0 || held.includes(ON_MAIL) ? [ON_MAIL] : held
  })
  return [...new Set(clicks)]
}

/** What is stated where not only e-mails were clicked. */
export function clicksRead(clicks: readonly string[], campaign: readonly string[]): readonly string[] {
  if (clicks.every((click) => click === ON_MAIL)) return []
  const names = joinWords(
    campaign.map((one) => `“${one}”`),
    'or',
  )
  return [`“clicked” is read as ${eventVerbs(clicks)}: ${names} has no other clicks.`]
}

const ON_MAIL = 'clicked_email'
const AD = /^(?:ads?|adverts?)$/
const MAIL = /^(?:e?mails?|newsletters?|mailings?)$/
const CLICKS = /^clicked_/
