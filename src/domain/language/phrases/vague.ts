import { doubtful, type Meaning, question } from '../grammar/meaning.ts'
import { beginning, phrase } from '../grammar/phrase.ts'
import { polarity } from '../grammar/polarity.ts'
import { type Parser, type Reading, said, wordAt } from '../grammar/reading.ts'
import { window } from '../grammar/window.ts'
import { ABOUT, roughly } from './roughly.ts'
import { IDLE as idle, IDLE_THEN, type Vague, VAGUE_DEEDS } from './vague-deeds.ts'

const WHO =
  'buyer|buyers|customer|customers|shopper|shoppers|purchaser|purchasers|people|clients|ones|users|folks'
const spending = [
  ['the top 10% by spend', 'top 10% of customers by spend'],
  ['spent over 500', 'customers who spent over 500'],
  ['the RFM segment Champions', 'customers in the RFM segment Champions'],
] as const
const recent = [
  ['bought in the last 30 days', 'bought in the last 30 days'],
  ['bought in the last 90 days', 'bought in the last 90 days'],
] as const
const gone = [
  ['last order over 90 days ago', 'last ordered more than 90 days ago'],
  ['last order over 180 days ago', 'last ordered more than 180 days ago'],
  ['last order over a year ago', 'last ordered more than 365 days ago'],
] as const

/** Words that everybody uses and nobody defines: asked about, with readings to choose from. */
const VAGUE: readonly Vague[] = [
  {
    words: phrase('whale|whales', 'high|big rollers|roller'),
    asks: 'Who counts as one?',
    choices: spending,
  },
  {
    words: phrase(
      `recent|new|newer|newest|latest|newish ${WHO}`,
      `fairly|quite|relatively|pretty|rather|somewhat new ${WHO}`,
      'newish',
      'bought|ordered|purchased|shopped recently|lately',
      'recently bought|ordered|purchased|active',
      'just bought|ordered|purchased',
      'recent purchases|orders|purchase|order',
      'recently',
      'lately',
      'recent',
    ),
    asks: 'How recent?',
    choices: recent,
    untilTimed: true,
  },
  {
    words: phrase(
      'big|high|heavy|top spender|spenders lately|recently',
      'big|heavy|high|biggest spender|spenders',
      'spend|spent|spends|spending a lot|much',
      'spent|spend well|big|heavily',
      'lots of money',
      'high spending|value|worth customers|buyers|people|clients?',
      'big money',
      'whale|whales',
      `good|best|great|valuable|important|top|favourite|favorite|quality|premium|better|key ${WHO}`,
      'most valuable|important customers|people|buyers|ones?',
      'big ticket buyers|customers?',
      'deep pockets',
    ),
    asks: 'What makes them so: how much spent, and in what time?',
    choices: spending,
  },
  {
    words: phrase(
      `above|over|better than|than? average spender|spenders|spend|spending|customers|buyers|ltv|clv|revenue`,
      `spend|spends|spent|spending above|over|more|better than? the|our? average|mean customer|shopper|buyer|client|person?`,
      `spend|spends|spent|spending above|over|more|better than? most? others|people|customers|shoppers|buyers`,
    ),
    asks: 'Spending can’t be compared with the average of all yet. More than how much, or which share of the spenders?',
    choices: [
      ['the top half by spend', 'top 50% of customers by spend'],
      ['the top quarter by spend', 'top 25% of customers by spend'],
      ['spent over 200', 'customers who spent over 200'],
    ],
  },
  {
    words: phrase(
      `inactive|idle|disengaged|unengaged|stale|cold|quiet ${WHO}?`,
      'inactive|idle|disengaged|unengaged',
      'not heard from? them|him|her|you?',
    ),
    asks: 'Inactive in what, and for how long?',
    choices: idle,
    timed: IDLE_THEN,
  },
  {
    words: phrase(
      `active|regular|engaged|frequent ${WHO}?`,
      'frequent|frequently',
      'often',
      'buy|order|shop often|frequently|regularly|a lot',
      'ordered|bought a lot|often|frequently',
      'many|several|lots|few|some|plenty orders|purchases|of times?',
      'a lot|few|lot of orders|purchases|times',
      'several|many|few times',
      'a few orders|times|purchases',
    ),
    asks: 'How often, or how active, and in what time?',
    choices: [
      ['ordered at least 3 times in the last 12 months', 'ordered at least 3 times in the last 12 months'],
      ['bought in the last 90 days', 'bought in the last 90 days'],
    ],
    untilTimed: true,
  },
  {
    words: phrase(
      'too? many|several|lots|few|multiple|frequent|plenty|numerous of? refunds|returns|refunded orders|purchases?',
      'a lot|bunch|few of? refunds|returns|refunded orders|purchases?',
    ),
    asks: 'How many refunded orders are that?',
    choices: [
      ['at least 2 refunded orders', 'with at least 2 refunded orders'],
      ['at least 3 refunded orders', 'with at least 3 refunded orders'],
    ],
  },
  {
    words: phrase(
      'stopped|quit buying|ordering|shopping|purchasing',
      'no longer buy|order|shop|active',
      `lapsed|dormant|churned|former|gone|sleeping|old|ex ${WHO}`,
      'lapsed|dormant|churned',
      'not bought|ordered|shopped|purchased for|in a while|long|ages|time',
      'gone quiet|silent|dark',
      'have|has churned',
      'used to be regulars|regular|active|loyal|frequent|good|great|big|our|a? customers|customer|buyers|buyer|regulars|regular|shoppers?',
      'about|ready|going|set to leave|quit|go us?',
      'who|that? are|is about|ready|going|set to leave|quit|go us?',
      'lost touch',
      'drifted away',
      'not seen in|for a while',
      'slipping away',
      'stopped',
    ),
    asks: 'After how long without an order?',
    choices: gone,
    untilTimed: true,
  },
  {
    words: phrase(
      'look|looks|looking|are|is much|a|lot|very? like|alike',
      'similar|comparable to',
      'resemble|resembles|resembling',
      'lookalikes|lookalike|look alike|alikes of|for|to?',
    ),
    asks: 'Alike in what: place, orders, spend, products; of companies the industry, size or technologies?',
    choices: [],
  },
  ...VAGUE_DEEDS,
  {
    words: phrase(`loyal ${WHO}`, 'loyal|loyalists', 'fans|superfans|advocates', 'our? regulars'),
    asks: 'What makes them loyal?',
    choices: [
      ['the RFM segment Loyal Customers', 'customers in the RFM segment Loyal Customers'],
      ['at least 3 orders', 'customers with at least 3 orders'],
    ],
  },
  {
    words: phrase(
      'near|nearby|close|local',
      'near|close to|around our|the|my? store|stores|shop|us|here|by',
      'close to our|the|my? store|shop|us',
      'local customers|people|shoppers',
      'nearby customers',
    ),
    asks: 'Near which place, and how near? Say it as “within 50 km of Berlin”; a city, region or postcode can be named too.',
    choices: [],
  },
  {
    words: phrase(
      'the? usual audience|segment|people|suspects|group|list|ones|crowd',
      'same as last time|before|usual',
      'the usual',
      'like last time',
      'same audience|people|segment|group|list? as? before|last',
      'as usual',
    ),
    asks: 'Which saved segment do you mean?',
    choices: [],
  },
  {
    words: phrase(
      'bargain hunters|seekers|shoppers|lovers',
      'discount|deal|coupon|sale shoppers|hunters|seekers|lovers|buyers',
      'price sensitive|conscious',
      'deal hunters|seekers',
    ),
    asks: 'What makes a bargain hunter?',
    choices: [
      ['every order with a discount', 'always bought with a discount'],
      ['at least 2 orders with a discount', 'at least 2 orders with a discount'],
    ],
  },
  {
    words: phrase(
      'high|low|big|small|large|higher|lower|good|bad aov|ltv|clv|spend|value|frequency|recency|basket|baskets|order|orders|average',
      'high|low average order? value?',
      'high|low lifetime value',
      'big|large|small|expensive first? order|orders|purchase|purchases|baskets|basket',
      'good|bad|high|low recency|frequency|monetary',
      'cheap|expensive',
      'small|big|large|little|tiny|huge',
    ),
    asks: 'How much is that, as a number?',
    choices: [],
  },
  {
    words: phrase(
      'young|younger|old|older|elderly|teenagers|students|seniors|adults|retirees',
      'middle aged',
    ),
    asks: 'Which ages?',
    choices: [
      ['18 to 25', 'aged 18 to 25'],
      ['26 to 40', 'aged 26 to 40'],
      ['over 60', 'aged over 60'],
    ],
  },
  {
    words: phrase(
      'soon',
      'a while ago',
      'long ago',
      'a long time',
      'for a while|long',
      'in a while|long',
      'some time ago',
      'ages ago',
      'these days',
      'nowadays',
      'early|mid|late 2025|2024|2023|this|last',
    ),
    asks: 'What time do you mean?',
    choices: [
      ['the last 30 days', 'in the last 30 days'],
      ['the last 90 days', 'in the last 90 days'],
    ],
  },
  {
    words: phrase(
      'corporate|business|company|professional|office emails|email|inboxes',
      'corporate|business|company|professional|office email address|addresses|domain|domains',
      'free|personal|private|consumer|disposable email|emails address|addresses|domain|domains|provider|providers|accounts?',
      'freemail|webmail addresses|users?',
    ),
    asks: 'Which domains are such addresses at? Please name them, such as “gmail or yahoo addresses”.',
    choices: [],
  },
  {
    words: phrase(ABOUT, 'or so', 'ish'),
    asks: 'Please give a plain limit, such as “at least” or “between”.',
    choices: [],
  },
]
const vagueAt = beginning(VAGUE, ({ words }) => words)
const vague: Parser<Meaning> = (reading, at) => {
  const polar = polarity(reading, at)
  let best: { found: Vague; end: number; negative: boolean } | undefined
  for (const start of new Set([at, polar.end])) {
    const negative = polar.negative && start === polar.end
    for (const found of vagueAt(reading, start)) {
      const end = found.words(reading, start)
      if (end < 0 || (best !== undefined && end <= best.end)) continue
      const timed = found.untilTimed === true ? window(reading, end) : undefined
      // "active in H1 (1+ orders)": the brackets say what was done then.
      if (timed !== undefined && wordAt(reading, timed.end) !== '(') continue
      best = { found, end: timed?.end ?? end, negative }
    }
  }
  if (best === undefined) return undefined
  const time = best.found.timed === undefined ? undefined : window(reading, best.end)
  if (time !== undefined && best.found.timed !== undefined)
    return timedQuestion(reading, at, best.end, time.end, best)
  const words = said(reading, at, best.end)
  const doubt = {
    ...question(at, best.end, `“${words}”: ${best.found.asks}`, best.found.choices),
    vague: true as const,
  }
  return { value: { ...doubtful(doubt), people: true }, end: best.end }
}

function timedQuestion(
  reading: Reading,
  at: number,
  from: number,
  end: number,
  { found: { asks, timed = [], denied }, negative }: { readonly found: Vague; readonly negative: boolean },
) {
  const time = said(reading, from, end)
  const readings = negative ? (denied ?? []) : timed
  const choices = readings.map(([label, instead]) => [label, instead.replace('*', time)] as const)
  const doubt = question(at, end, `“${said(reading, at, end)}”: ${asks}`, choices)
  return { value: { ...doubtful(doubt), people: true as const }, end }
}

export const vaguePhrases: readonly Parser<Meaning>[] = [roughly, vague]
