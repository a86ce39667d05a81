import type { Campaign } from './campaigns.ts'
import type { Happening } from './events.ts'
import { DAY, HOUR } from './history.ts'
import type { Random } from './random.ts'
import type { Shopper } from './shoppers.ts'

interface Mailings {
  readonly happenings: readonly Happening[]
  readonly recipients: ReadonlyMap<Campaign, number>
}

/** What one shopper was sent, and did about it. */
interface Received {
  readonly campaigns: readonly Campaign[]
  readonly happenings: readonly Happening[]
}

/** Sends every e-mail and text message to whoever was subscribed then. */
export function drawMailings(
  campaigns: readonly Campaign[],
  shoppers: readonly Shopper[],
  random: Random,
): Mailings {
  const received = shoppers.flatMap((shopper) => {
    const since = campaigns.filter(({ sentAt }) => sentAt > shopper.joinedAt)
    const emails = since.filter(({ channel }) => channel === 'email')
    const texts = since.filter(({ channel }) => channel === 'sms')
    return [receiveEmails(shopper, emails, random), receiveTexts(shopper, texts, random)]
  })
  const recipients = new Map<Campaign, number>()
  for (const campaign of received.flatMap((one) => one.campaigns)) {
    recipients.set(campaign, (recipients.get(campaign) ?? 0) + 1)
  }
  return { happenings: received.flatMap((one) => one.happenings), recipients }
}

function receiveEmails(shopper: Shopper, emails: readonly Campaign[], random: Random): Received {
  // Of those who want no e-mail now, some did once.
  if (!shopper.wantsEmail && !(shopper.hasEmail && random.chance(0.35)))
    return { campaigns: [], happenings: [] }
  if (random.chance(0.015)) return bounce(shopper, emails)
  const campaigns = shopper.wantsEmail ? emails : emails.slice(0, random.whole(1, 12))
  const happenings = campaigns.flatMap((campaign) => readEmail(shopper, campaign, random))
  const last = campaigns.at(-1)
  if (last !== undefined && !shopper.wantsEmail) happenings.push(unsubscribe(shopper, last))
  return { campaigns, happenings }
}

/** A dead address answers the first e-mail with a bounce, and is sent no other. */
function bounce(shopper: Shopper, emails: readonly Campaign[]): Received {
  const campaigns = emails.slice(0, 1)
  const happenings = campaigns.map((campaign): Happening => {
    return { shopper, type: 'bounced_email', at: campaign.sentAt + 40, channel: 'email', campaign }
  })
  return { campaigns, happenings }
}

function unsubscribe(shopper: Shopper, campaign: Campaign): Happening {
  return { shopper, type: 'unsubscribed', at: campaign.sentAt + 3 * DAY, channel: 'email', campaign }
}

function readEmail(shopper: Shopper, campaign: Campaign, random: Random): Happening[] {
  if (!random.chance(Math.min(0.95, shopper.openness * campaign.appeal))) return []
  const at = campaign.sentAt + 60 + Math.round(random.exponential(7 * HOUR))
  const opened: Happening = { shopper, type: 'opened_email', at, channel: 'email', campaign }
  if (!random.chance(0.16 * campaign.appeal)) return [opened]
  return [opened, { ...opened, type: 'clicked_email', at: at + random.whole(5, 180) }]
}

function receiveTexts(shopper: Shopper, texts: readonly Campaign[], random: Random): Received {
  if (!shopper.wantsSms) return { campaigns: [], happenings: [] }
  const happenings = texts
    .filter((campaign) => random.chance(0.16 * campaign.appeal))
    .map((campaign): Happening => {
      const at = campaign.sentAt + 30 + Math.round(random.exponential(2 * HOUR))
      return { shopper, type: 'clicked_sms', at, channel: 'sms', campaign }
    })
  return { campaigns: texts, happenings }
}
