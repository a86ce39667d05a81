import { canonicalJson } from '#kernel/hash.ts'
import { leavesOf, mapConditions } from '../../criteria/walk.ts'
import type { Meaning } from '../../language/grammar/meaning.ts'
import { phrase, skip } from '../../language/grammar/phrase.ts'
import type { Parser } from '../../language/grammar/reading.ts'
import type { Condition } from '../index.ts'
import { clicksRead, clicksWith } from './campaign-clicks.ts'

const mail = phrase('email|emails|newsletter|campaign|ad|ads|sms')
const colon = phrase(':', '-', ': -')
const ON_MAIL = canonicalJson(['clicked_email'])

/** `Meta Prospecting: two ad clicks or more`: the campaign of the deed behind it, which `deeds` reads. */
export const campaignHeading =
  (deeds: Parser<Meaning>): Parser<Meaning> =>
  (reading, at) => {
    const link = reading.links.at(at).find(({ field, match }) => field === 'campaign' && match === 'whole')
    const opened = link === undefined ? -1 : colon(reading, skip(reading, link.end, mail))
    const deed = opened < 0 ? undefined : deeds(reading, opened)
    const { criteria } = deed?.value ?? {}
    if (link === undefined || deed === undefined || criteria === undefined) return undefined
    if (!leavesOf(criteria).every(({ condition }) => isOfCampaigns(condition))) return undefined
    const campaign = [...link.values]
    const clicks = clicksWith(reading, campaign)
    const assumptions = [...deed.value.assumptions]
    const named = mapConditions(criteria, (one) => {
      if (one.type !== 'events') return one
      const clicked = canonicalJson(one.event) === ON_MAIL
      if (clicked) assumptions.push(...clicksRead(clicks, campaign))
      return { ...one, event: clicked ? [...clicks] : one.event, where: { ...one.where, campaign } }
    })
    return { value: { ...deed.value, criteria: named, assumptions }, end: deed.end }
  }

/** Opens and clicks, of no campaign that has been said. */
const isOfCampaigns = (condition: Condition): boolean =>
  condition.type === 'events' &&
  condition.where?.campaign === undefined &&
  condition.event.every((event) => /^(?:opened|clicked)_/.test(event))
