import { phrase, type Phrase } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import { opensAudience } from './audience-opening.ts'
import { doneElsewhere } from './deeds-elsewhere.ts'
import { afterCourtesy } from './whole.ts'

interface Outside {
  readonly words: Phrase
  readonly reason: string
}

/** Requests that begin so are for other programs. */
const BEGINNINGS: readonly Outside[] = [
  {
    words: phrase(
      'send',
      'mail|message|text|email|sms|notify|call|contact|ping them|him|her|everyone|everybody|all|these|those|customers|people|my|our|the',
      'schedule it|that|this|them|all',
      'schedule|launch|start|run a|an|the|my|our? campaign|email|newsletter|mailing|ad|ads|flow|sms|teaser|drip|automation|journey|test',
      'set|line|queue|kick|fire up|off a|an|the|my|our? campaign|email|newsletter|mailing|ad|ads|flow|drip|automation|journey',
      'post|tweet|publish',
      'remind them|everyone|customers',
    ),
    reason:
      'Muster sends nothing. It can find the people and save them as a segment for the program that sends.',
  },
  {
    words: phrase(
      'give',
      'offer|grant|issue them|everyone|a|all|customers',
      'apply a discount',
      'create|make|generate a|an? discount|coupon|voucher|promo code|codes',
      'charge|credit|bill|reimburse|compensate',
      'refund them|him|her|it|all|every|everyone|everybody|everything|these|those|customer|customers|people|order|orders|the|my|our|this|that',
      'raise|lower|reduce|increase|change the|our? price|prices',
      'cancel the|their|an|my order|orders',
    ),
    reason: 'Muster gives no discounts and changes no orders. It can find the people whom an offer is for.',
  },
  {
    words: phrase(
      'whip|come|cook|knock|dream up with? a|an|the|some|my|our? happy|nice|short|good|catchy|festive|christmas|holiday|holidays?',
      'write|compose|draft|translate|summarize|summarise|paraphrase|proofread|sing|draw|paint|design|code|program|calculate|solve',
      'tell me? a|an joke|story|poem',
      'make me laugh',
      'generate|create|make a|an|some? image|images|picture|poem|story|song|email|text|subject|logo|website|newsletter',
      'what is the weather|time|date|capital|meaning',
      'who won|invented|is the president',
      'who will|is|are|going to|to win|play|score|lose|lead',
      "who is|'s going|likely|about to win|play|score|lose",
      'what|how will|is|was the? weather|score|news|exchange',
      'what do you think about|of',
      'play',
      'book me|us|a|an|the|my|our',
      'why is|are|does|do the|our|my|your? site|website|page|pages|shop|store|checkout|app|server|internet',
      'fix the|our|my|this? site|website|page|shop|checkout|app|server|bug|printer|it',
      'order me|a pizza',
      'recommend a|an|me',
      'search the web|internet',
    ),
    reason: 'That is outside of what Muster does. It finds, counts and saves groups of customers.',
  },
  {
    words: phrase(
      'drop|truncate|alter|insert|wipe|erase|destroy|delete|purge|update the|all|every|my|our? customer|customers|order|orders|product|products|users? table|tables|database|data|records|rows',
      'drop|truncate|alter|create table|database',
      'drop|wipe|erase|delete|destroy|purge the? database|tables',
      'delete|remove|erase|wipe all|every|the|my|our|these|those? customers|orders|data|users|people|records|emails',
      'delete|remove|erase|wipe all the|my|our|these|those customers|orders|data|users|people|records|emails',
      'add|create|insert a? new? customer|order|product|record',
      'change|edit|set the|a|his|her|their? email|phone|name|address|price|stock of?',
      'change|edit|update|set|fix|correct the|a|his|her|their email|phone|first|last|postal|shipping|delivery|home|mobile? number|address|name of',
      'hack|crash',
      'break the|this|your|into? site|system|database|app|muster|it|everything',
    ),
    reason: 'Muster never changes customer data or tables. It finds, counts and saves groups of customers.',
  },
]

/** The name of a segment is no data of customers. */
const OF_NAME = /\b(?:name|title)\s+of\b/iu
const namesSegment = ({ tokens, links }: Reading): boolean =>
  tokens.some((_, i) => links.at(i).some(({ field }) => field === 'segment'))
const GIVES_NAME = /\bgive\b[^.?!]*\b(?:name|title)\b/iu
/** Points of an ICP or a persona are no present. */
const GIVES_POINTS =
  /\bgive\b[^.?!]*\b(?:points?|weight|credit|priority|preference|score)\s+(?:for|if|when)\b/iu
const ASKS = /^(?:give|send|mail|email|text|get|find|show|pull|bring|make|create|draw|draft|run|start)$/

/** A label on customers, and whether they get mail: both are data of the company. */
const WHOM = 'everyone|everybody|all|every|these|those|them|him|her|customers|people|members|anyone|whoever'
const OTHERS: readonly Outside[] = [
  {
    words: phrase(
      `unsubscribe|resubscribe|subscribe|optout ${WHOM}`,
      'unsubscribe|resubscribe|subscribe all|the|every|these|those|our|my',
      'opt all|the|them|everyone|everybody|these|those|him|her',
      `take|remove|delete ${WHOM} off|from the|our|my? newsletter|mailing|mailings|emails`,
    ),
    reason:
      'Muster changes no consents and no subscriptions. It can find those customers, so that the program that holds their consent can.',
  },
  {
    words: phrase(
      `tag|label|mark|flag|untag|retag ${WHOM}`,
      `tag|label|mark|flag the|my|our|these|those|all customers|people|buyers|members|ones|lot`,
      `give|assign|add ${WHOM} the|a|an tag|label|flag`,
      `add|assign|apply|attach|put|set|remove|delete a|an|the tag|label|flag to|from|on|off`,
    ),
    reason:
      'Muster puts no tags on customers and takes none away. It can save them as a segment instead, which is counted anew with the data.',
  },
]

/** Orders that are known by words in their middle. */
const SAID: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:change|edit|update|set|fix|correct|overwrite)\b[^.?!,;]{0,40}(?:\S+@\S+?|\bcustomer\s+#?\w*\d\w*)['’]?s?\s+(?:e-?mail|phone|mobile|name|first|last|address|city|country|birthday|tags?|consent|postcode|gender)\b/iu,
    'Muster never changes customer data. Change it where the data comes from; the next import brings it here.',
  ],
  [
    /^\W*(?:(?:please|pls|can|could|you|now|just|hey)\s+)*(?:change|edit|update|set|fix|correct|overwrite|replace)\s+(?!(?:the|a|this|that|my|our|it|all|segment|list|audience|name)\b)[\p{L}'’-]+(?:\s+[\p{L}-]+){0,2}['’]s?\s+(?:e-?mail|phone|mobile|surname|address|city|country|birthday|birth\s+date|tags?|consent|postcode|gender|record|profile|details)\b/iu,
    'Muster never changes customer data. Change it where the data comes from; the next import brings it here.',
  ],
  [
    /^\W*(?:(?:please|pls|can|could|you|now|just)\s+)*(?:set\s+up|create|make|generate|issue|activate|launch)\s+(?:(?:a|an|the|new|another|one|some|\d+\s*%|[$€£]\s*\d+|off|free|shipping|percent|one-time|single-use)\s+)*(?:discounts?|coupons?|vouchers?|promos?|promo\s+codes?|codes?|gift\s+cards?)\b(?!\s+(?:users|buyers|hunters|lovers|segment|list|audience))/iu,
    'Muster makes no discounts or codes. It can find the people whom one is for, and save them as a segment.',
  ],
  [
    /\b(?:show|tell|give|list|reveal|print|repeat|output|dump|display|what\s+(?:is|are)|what['’]s)\b[^.?!]{0,20}\b(?:your|the|its)\s+(?:full\s+|whole\s+|exact\s+|initial\s+|own\s+|hidden\s+|secret\s+)*(?:system\s+)?(?:prompts?|instructions|guidelines|system\s+message)\b/iu,
    'What Muster is told to do is no part of what it answers. Ask “what can you do?” for what can be asked of it.',
  ],
  [
    /\b(?:return|give|show|list|print|dump|output|tell|send|read)\b[^.?!,;]{0,20}\b(?:phone\s+numbers?|e-?mail\s+addresses|e-?mails|home\s+addresses|postal\s+addresses|personal\s+data|contact\s+details|credit\s+cards?|passwords?)\s+(?:of|for|from)\s+(?:all|every|each|our|my|the|these|those)\b/iu,
    'Muster shows no addresses or phone numbers in a conversation. It can count those customers and save them as a segment.',
  ],
]

const reaches = phrase(
  'who|whom|that? we|i can|may|am|are not? still|only? allowed? to? email|mail|text|message|sms|contact|reach them|him|her? but|and|,',
)
const WRITES =
  /\b(?:insert\s+into|update\s+\w+\s+set|delete\s+from|drop\s+table|alter\s+table|truncate\s+table)\b/iu
const SQL = /\b(?:union\s+select|run\s+(?:this\s+)?sql|use\s+sql)\b/iu

/** Would SQL change something, if it were run? */
export const wouldWrite = (sql: string): boolean => WRITES.test(sql)

/** Why a request is none of Muster's business, if it is not. `text` is what is judged of the `whole` message. */
export function outOfScope(reading: Reading, whole: string, text = reading.text): string | undefined {
  if ((WRITES.test(text) || SQL.test(text)) && !/\bwh(?:o|ose)\b/iu.test(text.slice(0, 40))) {
    return 'Muster runs no SQL that it is given. Describe the people in words, or paste a SELECT over the documented views, which it explains.'
  }
  const said = SAID.find(([pattern]) => pattern.test(text))
  if (said !== undefined) return said[1]
  // "we can email them but have no phone number" says whom we reach, and asks for nothing.
  if (reaches(reading, 0) >= 0) return undefined
  const start = afterCourtesy(reading)
  // "Give me everyone who …" and "send me the VIPs" ask for people.
  const forMe =
    /^(?:me|us)$/.test(reading.tokens[start + 1]?.word ?? '') ||
    (/^(?:users|customers|people|buyers|shoppers)$/.test(reading.tokens[start + 1]?.word ?? '') &&
      /^(?:who|that|which|with|from|in)$/.test(reading.tokens[start + 2]?.word ?? ''))
  if ((forMe && ASKS.test(reading.tokens[start]?.word ?? '')) || GIVES_NAME.test(whole)) return undefined
  if (GIVES_POINTS.test(whole)) return undefined
  if (opensAudience(reading, start) || (OF_NAME.test(text) && namesSegment(reading))) return undefined
  const found = [...BEGINNINGS, ...OTHERS].find(({ words }) => words(reading, start) >= 0)?.reason
  return found ?? doneElsewhere(text)
}
