import { phrase, type Phrase } from '../grammar/phrase.ts'
import type { Reading } from '../grammar/reading.ts'
import { opensAudience } from './audience-commands.ts'
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
      'schedule|launch|start|run a|an|the|my|our? campaign|email|newsletter|mailing|ad|ads|flow',
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
      'refund|charge|credit|bill',
      'cancel the|their|an|my order|orders',
    ),
    reason: 'Muster gives no discounts and changes no orders. It can find the people whom an offer is for.',
  },
  {
    words: phrase(
      'write|compose|draft|translate|summarize|summarise|paraphrase|proofread|sing|draw|paint|design|code|program|calculate|solve',
      'tell me? a|an joke|story|poem',
      'make me laugh',
      'generate|create|make a|an|some? image|images|picture|poem|story|song|email|text|subject|logo|website|newsletter',
      'what is the weather|time|date|capital|meaning',
      'who won|invented|is the president',
      'play',
      'book',
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
      'add|create|insert a? new? customer|order|product|record',
      'change|edit|set the|a|his|her|their? email|phone|name|address|price|stock of?',
      'hack|crash',
      'break the|this|your|into? site|system|database|app|muster|it|everything',
    ),
    reason: 'Muster never changes customer data or tables. It finds, counts and saves groups of customers.',
  },
]

const WRITES =
  /\b(?:insert\s+into|update\s+\w+\s+set|delete\s+from|drop\s+table|alter\s+table|truncate\s+table)\b/iu
const SQL = /\b(?:union\s+select|run\s+(?:this\s+)?sql|use\s+sql)\b/iu

/** Would SQL change something, if it were run? */
export const wouldWrite = (sql: string): boolean => WRITES.test(sql)

/** Why a request is none of Muster's business, if it is not. */
export function outOfScope(text: string, reading: Reading): string | undefined {
  if ((WRITES.test(text) || SQL.test(text)) && !/\bwh(?:o|ose)\b/iu.test(text.slice(0, 40))) {
    return 'Muster runs no SQL that it is given. Describe the people in words, or paste a SELECT over the documented views, which it explains.'
  }
  const start = afterCourtesy(reading)
  // "Give me everyone who …" asks for people.
  if (/^(?:me|us)$/.test(reading.tokens[start + 1]?.word ?? '')) return undefined
  if (opensAudience(reading, start)) return undefined
  return BEGINNINGS.find(({ words }) => words(reading, start) >= 0)?.reason
}
