import { doubtful, type Meaning, missing } from '../grammar/meaning.ts'
import { type Phrase, phrase } from '../grammar/phrase.ts'
import type { Found, Parser, Reading } from '../grammar/reading.ts'

interface Absent {
  readonly name: string
  readonly says: string
  readonly words: Phrase
}

const NO_DATA = 'Muster holds no such data.'
const NOT_YET = 'It can’t be asked yet.'

/** What people ask for and what is not there: data that shops don't import, and conditions yet to come. */
const ABSENT: readonly Absent[] = [
  {
    name: 'social media',
    says: NO_DATA,
    words: phrase(
      'instagram|facebook|tiktok|twitter|pinterest|youtube|snapchat|linkedin|threads',
      'social media',
      'follow|follows|followers|following us?',
      'tweeted|retweeted',
    ),
  },
  {
    name: 'deliveries',
    says: NO_DATA,
    words: phrase(
      'parcel|parcels|package|packages|delivery|deliveries|shipment|shipments|courier|tracking',
      'arrived|delivered|shipped late|early|damaged|yesterday|today?',
      'late delivery|deliveries|parcel',
      'delivery|shipping time|times|delay|delays|date|dates',
    ),
  },
  {
    name: 'e-mail verification',
    says: NO_DATA,
    words: phrase(
      'verified|validated|confirmed|unverified email|emails|address|phone',
      'verified|unverified',
    ),
  },
  {
    name: 'loyalty points',
    says: NO_DATA,
    words: phrase(
      'loyalty? points',
      'loyalty program|programme|members|tier|status|card',
      'reward|rewards points?',
      'points balance',
    ),
  },
  {
    name: 'weather',
    says: NO_DATA,
    words: phrase('weather', 'raining|rainy|sunny|snowing', 'it rains|rained|snows'),
  },
  {
    name: 'app usage',
    says: NO_DATA,
    words: phrase(
      'our|the|mobile app',
      'app users|installs|downloads',
      'downloaded|installed our|the app',
      'push notifications|notification|tokens?',
    ),
  },
  {
    name: 'support tickets',
    says: NO_DATA,
    words: phrase(
      'support? ticket|tickets|complaint|complaints',
      'contacted|called|emailed support|us',
      'complained',
      'customer service|support',
    ),
  },
  {
    name: 'survey answers',
    says: NO_DATA,
    words: phrase(
      'nps',
      'survey|surveys|csat',
      'promoters|detractors|satisfied|dissatisfied|unhappy|happy',
      'star|stars rating|ratings|review|reviews?',
      'rating|ratings|rated',
    ),
  },
  {
    name: 'income',
    says: NO_DATA,
    words: phrase(
      'income|salary|wealthy|rich|affluent|earn|earns',
      'household income',
      'net worth',
      'job|jobs|occupation|profession',
      'homeowners',
      'married|single|kids|children|parents|pets|dog|cat owners?',
    ),
  },
  {
    name: 'payment methods',
    says: NO_DATA,
    words: phrase(
      'paid|pay|pays|paying with|by|via paypal|klarna|card|cards|credit|visa|mastercard|invoice|afterpay|cash|apple',
      'paypal|klarna|afterpay|bitcoin',
      'credit card|cards',
      'payment method|methods|failed?',
    ),
  },
  {
    name: 'subscriptions',
    says: NO_DATA,
    words: phrase(
      'subscription|subscriptions|recurring plan|plans|box|order|orders',
      'subscription|subscriptions',
      'free trial|trials',
      'plan|plans',
    ),
  },
  {
    name: 'wishlists',
    says: NO_DATA,
    words: phrase(
      'wishlist|wishlists|wishlisted|favourites|favorites|favorited',
      'wish list|lists',
      'saved items|for later',
    ),
  },
  {
    name: 'referrals',
    says: NO_DATA,
    words: phrase(
      'referred|referral|referrals|refer',
      'invited|recommended a? friend|friends',
      'utm',
      'acquisition|traffic source|channel',
    ),
  },
  {
    name: 'returns and their reasons',
    says: NO_DATA,
    words: phrase('return|refund reason|reasons', 'exchanged', 'returned more than'),
  },
  {
    name: 'profit margins',
    says: NO_DATA,
    words: phrase('profit|profits|margin|margins|profitable|profitability', 'cost of goods'),
  },
  { name: 'video', says: NO_DATA, words: phrase('watched|webinar|webinars|video|videos|podcast') },
  {
    name: 'predictions',
    says: 'Predictions (chance of being alive, churn risk, expected orders, predicted value) are not available yet.',
    words: phrase(
      'predicted|predict|predicts|prediction|predictions|forecast|forecasted|projected',
      'probability|likelihood|chance|odds of?',
      'p alive',
      'likely|unlikely to? churn|buy|order|leave|purchase|return|lapse|convert?',
      'expected to',
      'expected orders|value|spend|purchases|clv|ltv|revenue|lifetime',
      'churn risk|score|probability|rate|likelihood|above|over|below|under?',
      'risk|chance of churn|churning|leaving|losing',
      'will|would churn|buy|order|leave|purchase|probably|likely',
      'about|going|expected to churn|leave|buy',
      'churning|churn',
      'high|low churn risk?',
      'propensity',
    ),
  },
  {
    name: 'companies and people at companies',
    says: 'Ideal customer profiles (ICPs), personas, companies and the people who work there are not available yet.',
    words: phrase(
      'icp|icps|persona|personas',
      'ideal customer profile|profiles?',
      'company|companies|accounts|firm|firms|startups|startup|businesses|organisations|organizations|enterprises|smb|smbs',
      'b2b',
      'headcount|employees|staff up|growth?',
      'industry|saas|fintech',
      'tech stack',
      'funding|funded|series a|b|c|d|stage|round?',
      'hiring',
      'director|directors|manager|managers|vp|vps|cmo|cto|ceo|cfo|coo|ciso|head|heads of?',
      'vice president|presidents',
      'c level|suite',
      'leads|prospects|decision makers|founders|founder|executives|execs|engineers|developers',
      'seniority|job title|titles',
      'in role|position|job for?',
      'in|at their job|role',
      'closed won|lost',
      'fast growers',
    ),
  },
  {
    name: 'birthdays and anniversaries',
    says: 'Birthdays and anniversaries in a window can’t be asked yet.',
    words: phrase(
      'birthday|birthdays|bday|bdays',
      'whose birthday|birthdays is|are|falls?',
      'anniversary|anniversaries',
      'turn|turning|turned',
    ),
  },
  {
    name: 'abandoned carts and checkouts',
    says: 'Abandoned carts, checkouts and browsing can’t be asked yet; adding to a cart or starting a checkout can.',
    words: phrase(
      'abandoned|abandon|abandons|abandoning|abandoner|abandoners|abandonment|abandonments',
      'cart|checkout|basket|browse abandoners|abandonment|abandoned|abandon',
      'not|never finish|finished|complete|completed it|the|their|checkout|order|purchase?',
      'left something|items? in? the|their? cart|basket|checkout',
    ),
  },
  {
    name: 'distances',
    says: 'Distances can’t be asked yet.',
    words: phrase(
      'miles|mile|km|kilometers|kilometres|kms',
      'within driving distance',
      'radius',
      'walking distance',
    ),
  },
  {
    name: 'hours and weekdays',
    says: 'Hours of the day and weekdays can’t be asked yet.',
    words: phrase(
      'pm|am',
      'at night|noon|midnight|lunchtime|lunch',
      'in the morning|mornings|evening|evenings|afternoon|afternoons|night',
      'weekend|weekends|weekday|weekdays',
      'on? mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays',
      'on? a|any|every|each monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|weekday',
      "o ' clock",
      'late night',
      'office hours',
    ),
  },
  {
    name: 'dates in any year',
    says: 'Dates that ignore the year can’t be asked yet.',
    words: phrase(
      'of|in any|every|each year',
      'any|every|each year',
      'regardless of year',
      'in any|every|each year',
      'every christmas|summer|winter',
    ),
  },
  {
    name: 'shares and comparisons of two amounts',
    says: 'Comparing two amounts or two times with each other, and shares of orders, can’t be asked yet.',
    words: phrase(
      'more|less than half|third|quarter of',
      'half|most|majority of their|the|all? orders|purchases|spend',
      '% of their|his|her|all orders|purchases|spend|spending|order',
      'spent|spend|spends|ordered|bought|buying|spending more|less|fewer than|this|last|in',
      'more|less|fewer in? this|last year|month|quarter than',
      'than last|the|in year|month|quarter|previous',
      'than before|usual',
      'than the|they|in',
      'increased|increasing|decreased|decreasing|growing|declining|dropped|rising|falling',
      'share|ratio|proportion of?',
      'twice|double as much',
      'as much as',
    ),
  },
  {
    name: 'one order or product next to another',
    says: 'Conditions on one particular order, on what stood in the same order, or on the order of events can’t be asked yet.',
    words: phrase(
      'in the same order|basket|purchase|cart|transaction',
      'same|single order|basket',
      'first order|purchase contained|contains|included|includes|with|was|had|containing',
      'second|third|fourth|2nd|3rd|4th|nth order|purchase',
      'first|last|second|third purchase|order contained|included|was|with a|the|an',
      'last order|purchase contained|contains|included|includes|with',
      'then',
      'within|in days|day|hours|week|weeks of|after',
      'days|hours|weeks|day|week|months of|after|between signing|sign|signup|joining|their|first|opening|clicking|the|orders|viewing|each',
      'after their first|last|second',
      'followed by',
      'in a row',
      'consecutive|consecutively',
      'average time|gap between?',
      'time between',
      'back after',
      'came|come back this|last|in|after',
      'started|restarted|resumed buying|ordering',
      'used to',
      'every|each week|month|quarter|day|year',
      'weekly|monthly|daily|regularly|yearly',
      'bought|ordered every',
      'for the first time',
      'different|distinct|unique|separate categories|category|products|brands|items',
      'categories|brands',
      'in a single order',
      'smallest|cheapest|lowest order|purchase',
    ),
  },
  {
    name: 'memberships over time',
    says: 'Entering and leaving a segment can’t be asked yet.',
    words: phrase(
      'slid|slipped|moved|moving|dropped|fell|migrated|went from',
      'entered|left|joined the segment',
      'entered',
      'became|become champions|loyal|vip',
    ),
  },
  {
    name: 'random samples',
    says: 'Random samples can’t be asked yet.',
    words: phrase('random|randomly', 'sample|samples of?', 'holdout', 'a|b test', 'control group'),
  },
  {
    name: 'exports made before',
    says: 'What was exported or sent before can’t be asked yet.',
    words: phrase(
      'exported|sent|targeted|contacted|emailed|messaged last|in|this|yesterday',
      'have|has not? been contacted|emailed|targeted',
      'no marketing contact',
      'received|got our|the|an|last? campaign|email|emails',
      'emailed|contacted|messaged',
    ),
  },
]

/** What is named so is refused by name, never dropped. */
const absent: Parser<Meaning> = (reading: Reading, at: number): Found<Meaning> | undefined => {
  let best: { found: Absent; end: number } | undefined
  for (const found of ABSENT) {
    const end = found.words(reading, at)
    if (end >= 0 && (best === undefined || end > best.end)) best = { found, end }
  }
  if (best === undefined) return undefined
  const { name, says } = best.found
  return {
    value: doubtful(missing(at, best.end, name, says === NO_DATA || says === NOT_YET ? `${says}` : says)),
    end: best.end,
  }
}

export const missingPhrases: readonly Parser<Meaning>[] = [absent]
