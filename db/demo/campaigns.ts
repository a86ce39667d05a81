import { blackFriday, DAY, type History, HOUR, onDate, yearOf } from './history.ts'
import { dateTime, list, money, type Row, serial } from './rows.ts'

type CampaignChannel = 'email' | 'sms' | 'ads'

export interface Campaign {
  readonly name: string
  readonly channel: CampaignChannel
  readonly creative: readonly string[]
  readonly offer: readonly string[]
  readonly goal: 'awareness' | 'conversion' | 'retention' | 'win-back'
  /** For advertisements, when they begin to run. */
  readonly sentAt: number
  /** How much better than the average message it is opened and clicked. */
  readonly appeal: number
}

/** When in a year a campaign goes out, and under which name. */
type Plan = Omit<Campaign, 'name' | 'sentAt'> & {
  readonly name: (year: number) => string
  readonly sentAt: (year: number) => number
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** In the morning of the workspace's zone. */
const MORNING = 14 * HOUR

const newsletters = MONTHS.map(
  (month, index): Plan => ({
    name: (year) => `${month} ${year} Roast Notes`,
    sentAt: (year) => onDate(year, index + 1, 6) + MORNING,
    channel: 'email',
    creative: ['newsletter', 'story'],
    offer: [],
    goal: 'awareness',
    appeal: 1,
  }),
)

const occasion = (
  name: string,
  channel: CampaignChannel,
  sentAt: (year: number) => number,
  goal: Campaign['goal'],
  appeal: number,
  creative: string,
  offer: readonly string[],
): Plan => ({
  name: (year) => `${name} ${year}`,
  sentAt: (year) => sentAt(year) + MORNING,
  channel,
  creative: [creative],
  offer,
  goal,
  appeal,
})

const PLANS: readonly Plan[] = [
  ...newsletters,
  occasion('New Year Reset', 'email', (y) => onDate(y, 1, 9), 'conversion', 0.9, 'lifestyle', ['bundle']),
  occasion('Spring Harvest', 'email', (y) => onDate(y, 4, 14), 'awareness', 1.1, 'product', ['new arrival']),
  occasion("Mother's Day", 'email', (y) => onDate(y, 5, 2), 'conversion', 1.1, 'gifting', ['free shipping']),
  occasion('Summer Sale', 'email', (y) => onDate(y, 6, 20), 'conversion', 1.3, 'bold', [
    'SUMMER20',
    '20% off',
  ]),
  occasion('We Miss You', 'email', (y) => onDate(y, 9, 16), 'win-back', 0.7, 'plain text', [
    'COMEBACK15',
    '15% off',
  ]),
  occasion('Black Friday', 'email', (y) => blackFriday(y), 'conversion', 1.5, 'bold', [
    'BLACKFRIDAY',
    '25% off',
  ]),
  occasion('Holiday Gift Guide', 'email', (y) => onDate(y, 12, 3), 'conversion', 1.2, 'gifting', [
    'HOLIDAY15',
  ]),
  occasion('Summer Flash Text', 'sms', (y) => onDate(y, 7, 11), 'conversion', 1, 'short', ['SUMMER20']),
  occasion('Black Friday Text', 'sms', (y) => blackFriday(y) + 2 * HOUR, 'conversion', 1.4, 'short', [
    'BLACKFRIDAY',
  ]),
  occasion('New Roast Text', 'sms', (y) => onDate(y, 3, 20), 'awareness', 0.8, 'short', ['new arrival']),
  occasion('Refill Reminder Text', 'sms', (y) => onDate(y, 10, 8), 'retention', 0.9, 'short', []),
  occasion('Search: Espresso Machines', 'ads', (y) => onDate(y, 1, 15), 'conversion', 1, 'product', []),
  occasion('Social: Roastery Stories', 'ads', (y) => onDate(y, 5, 12), 'awareness', 1, 'video', []),
  occasion('Social: Gift Guide', 'ads', (y) => onDate(y, 11, 10), 'conversion', 1, 'gifting', ['HOLIDAY15']),
]

/** What went out in the company's time, oldest first. */
export function campaignsOf({ from, now }: History): readonly Campaign[] {
  const years = Array.from({ length: yearOf(now) - yearOf(from) + 1 }, (_, n) => yearOf(from) + n)
  return years
    .flatMap((year) => PLANS.map((plan) => ({ ...plan, name: plan.name(year), sentAt: plan.sentAt(year) })))
    .filter(({ sentAt }) => sentAt >= from && sentAt <= now)
    .sort((a, b) => a.sentAt - b.sentAt)
}

/** The ads that run at an instant: each lasts for six weeks. */
export const adsAt = (campaigns: readonly Campaign[], at: number): readonly Campaign[] =>
  campaigns.filter(({ channel, sentAt }) => channel === 'ads' && sentAt <= at && at < sentAt + 42 * DAY)

/** Cents a message; an advertisement is booked as a whole. */
const PRICE = { email: 0.08, sms: 1.4 } as const
const AD_BUDGET = 240_000

export const campaignRows = (
  campaigns: readonly Campaign[],
  recipients: ReadonlyMap<Campaign, number>,
): Row<'campaigns'>[] =>
  campaigns.map((campaign, index) => {
    const reached = recipients.get(campaign) ?? 0
    return {
      id: serial('M', index + 1, 3),
      name: campaign.name,
      channel: campaign.channel,
      creative_tags: list(campaign.creative),
      offer_tags: list(campaign.offer),
      goal: campaign.goal,
      sent_at: dateTime(campaign.sentAt),
      recipients: campaign.channel === 'ads' ? '' : String(reached),
      cost: money(campaign.channel === 'ads' ? AD_BUDGET : Math.round(reached * PRICE[campaign.channel])),
    }
  })
