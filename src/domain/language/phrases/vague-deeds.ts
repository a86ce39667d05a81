import { type Phrase, phrase } from '../grammar/phrase.ts'

/** Words that several things can be meant by, and what is asked about them. */
export interface Vague {
  readonly words: Phrase
  readonly asks: string
  readonly choices: readonly (readonly [label: string, instead: string])[]
  /** Readings when a time stands behind the words; `*` is that time. */
  readonly timed?: readonly (readonly [label: string, instead: string])[]
  /** The same where a denial stands before them: “haven’t seen”. */
  readonly denied?: readonly (readonly [label: string, instead: string])[]
  /** With a window behind it the words are plain, and this is not their reading. */
  readonly untilTimed?: true
}

export const IDLE = [
  ['no order in the last 90 days, but one before', 'last ordered more than 90 days ago'],
  ['no e-mail opened or clicked in the last 90 days', 'did not open or click an email in the last 90 days'],
  ['no site visit in the last 90 days', 'did not visit the site in the last 90 days'],
] as const

/** With a time of its own behind the words, which is `*`. */
export const IDLE_THEN = [
  ['no order in that time', 'have not ordered *'],
  ['no e-mail opened or clicked in that time', 'did not open or click an email *'],
  ['no site visit in that time', 'did not visit the site *'],
] as const

/** What people are said to have done, without how often or when. */
export const VAGUE_DEEDS: readonly Vague[] = [
  {
    words: phrase(
      'been|are|were|be a|our? customer|customers|client|clients|buyers|subscribers|fans with|to us? since|from day one|1|dot',
      'been|are|were|be with us|here|around since|from day one|1|dot',
      'customer|customers|buyer|buyers|shoppers|clients|people|subscribers|fans since|from day one|1|dot',
      'day one customers|buyers|subscribers|fans',
    ),
    asks: 'Since when?',
    choices: [],
  },
  {
    words: phrase(
      'about|close|set to lapse|leave|stop|drift|slip|disappear|defect away|off|out|us?',
      'on the verge|point|brink of lapsing|leaving|stopping',
      'nearly|almost lapsed|lapsing|gone',
    ),
    asks: 'Predictions are not available yet. Who counts as that?',
    choices: [
      ['the RFM segment About to Sleep', 'in the RFM segment About to Sleep'],
      ['last order 60 to 90 days ago', 'last ordered 60 to 90 days ago'],
    ],
  },
  {
    words: phrase(
      'seen|saw|spotted any|anything|nothing|more|much? of? them|him|her|you|those|these|people|customers?',
      'seen|saw|spotted any|one of our|the',
    ),
    asks: 'Seen where, and when?',
    choices: [],
    timed: [
      ['on the site', 'visited the site *'],
      ['with an order', 'ordered *'],
      ['looking at a product', 'viewed a product *'],
    ],
    denied: IDLE_THEN,
  },
  {
    words: phrase(
      'really|truly|just? love|loves|adore|adores|loving',
      'crazy|mad|nuts|passionate about|for',
      'big? fan|fans of',
      'keen on',
      'are? really? into',
    ),
    asks: 'How can that be told: how many orders or how much spent on it, and in what time?',
    choices: [],
  },
  {
    words: phrase(
      'reacted|react|reacts|responded|respond|responds|engaged|engage|interacted|interact to|with',
      'reacted|responded',
      'response to',
    ),
    asks: 'What did they do: open, click or order?',
    choices: [
      ['opened an e-mail', 'opened an email of'],
      ['clicked an e-mail', 'clicked an email of'],
    ],
  },
  {
    words: phrase(
      'buying|ordering|buy|order|shop|shopping often|frequently|regularly enough',
      'often|frequently|regularly enough',
      'enough orders|purchases|times',
    ),
    asks: 'How often, and in what time?',
    choices: [
      ['ordered at least 3 times in the last 12 months', 'ordered at least 3 times in the last 12 months'],
    ],
  },
  {
    words: phrase(
      'took|take|takes|taking|needed|waited quite|very|so|a|too? long|while|time until|till|to|before|between|for? the? second|2nd|next? order|purchase|orders?',
    ),
    asks: 'How long between the two orders?',
    choices: [],
  },
  {
    words: phrase(
      'spend|spending|orders|value is|are|has|have been? slipping|sliding|dropping|falling|declining|shrinking|cooling off?',
    ),
    asks: 'Less than when, and by how much? Say it as “spent less in the last 6 months than in the 6 months before that”.',
    choices: [],
  },
  {
    words: phrase(
      'have|has|had|were|was not been|seen|heard around|from|active for|in a while|long|ages|time|bit',
      'not been|seen|heard around|from|active for|in a while|long|ages|time|bit',
      'been around|about for|in a while|long|ages',
      'have|has|had not been? around|seen|about|active lately|recently',
    ),
    asks: 'Not around in what, and for how long?',
    choices: IDLE,
  },
  {
    words: phrase(
      'nearly|almost bought|buy|ordered|order|purchased|purchase|converted|checked|pulled out|the? trigger?',
      'nearly|almost buyers|customers',
      'window shoppers|shopper|shopping',
      'tyre|tire kickers',
      'hesitant|hesitating|undecided',
      'show|shows|showed|showing|shown|express|expressed|expressing real|some|strong|clear|an? interest|intent',
      'seem|seems|seemed|look|looks|looked keen|interested|curious|undecided',
      'thinking|thought about buying|ordering|it',
      'not|never quite|really|fully|actually|yet? committed|converted|decided',
    ),
    asks: 'How far did they come, and in what time?',
    choices: [
      ['left a checkout in the last 30 days', 'abandoned a checkout in the last 30 days'],
      ['left a cart in the last 30 days', 'abandoned a cart in the last 30 days'],
      [
        'viewed a product at least 3 times in the last 30 days',
        'viewed a product at least 3 times in the last 30 days',
      ],
    ],
  },
]
