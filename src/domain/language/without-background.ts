import { blank, type Stretch } from './intents/stretches.ts'
import type { Interpretation } from './interpretation.ts'
import { kindsKnown } from './read-message.ts'
import { inOrder } from './receipt.ts'
import type { ReceiptSpan } from './receipt-span.ts'
import type { Situation } from './situation.ts'

/** Where a sentence, or a clause of its own, ends. */
const BREAK =
  /[.!?;:\n–—…]+(?=\s|$)|,(?=\s+(?:so|and|but|because|since|as|they|it|we|i|my|our|that)\b)|\s-+\s/giu
/** What may stand before whoever speaks: “Oh, and …”, “so basically …”. */
const OPENING = String.raw`(?:(?:so+|ok|okay|oh|ah|well|right|and|but|because|since|as|now|hey|hi|hello|morning|um+|uh|basically|honestly|actually|anyway|fyi|yes|yeah|the thing is|turns out|long story)[\s,]+){0,4}`
const STAFF =
  '(?:boss|manager|client|team|ceo|cmo|cfo|coo|cto|director|lead|colleagues?|board|agency|founder|owner|sales|marketing|legal|finance)'
/** Whoever asks, or what is going on, as what a clause is about. */
const SPEAKS_OF_ASKING = new RegExp(
  String.raw`^\W*${OPENING}(?:i|im|ive|we|were|weve|(?:my|our|the)\s+(?:new\s+)?${STAFF}|it|its|this|thats|theres|there|(?:please\s+)?(?:excuse|forgive|pardon|bear\s+with)|they\s+(?:have|got|get)\s+(?:their|its)\s+own)\b`,
  'iu',
)
/** Words that say whom somebody looks for, or how it limits them: with one of these a clause may be part of the request. */
const MAY_LIMIT =
  /\b(?:customers?|people|ppl|persons?|folks|shoppers?|buyers?|clients|subscribers?|contacts?|leads|accounts?|compan(?:y|ies)|firms|members?|users?|everyone|everybody|anyone|anybody|those|these|them|who|whom|whose|only|just|except|exclud\w*|include\w*|without|leave|skip|drop|remove|not|no|never|dont|doesnt|isnt|arent|minus|plus|must|should|need|want|looking|after|give|show|find|list|pull|get|count|how|which|target\w*|focus\w*|care|than|twice|usual|average|gap|orders?|ordered|purchase[sd]?|bought|spen[dt])\b/iu
/** The boss wants something: whom, is said elsewhere. */
const WANTS = new RegExp(String.raw`\b${STAFF}\s+(?:really\s+|also\s+)?(?:wants?|needs?)\b`, 'iu')
/** “I’m looking at early habit formation.”: what somebody studies, where it names nobody. */
const LOOKS_INTO =
  /^\W*(?:i|we)(?:\s+am|\s+are|['’]m|['’]re)\s+(?:looking\s+(?:at|into)|studying|exploring|researching|investigating)\s/iu
/** Longer ones are no remark. */
const MOST_WORDS = 25

/**
 * A message that is asked about as it stands, read without the sentences that speak of whoever asks: “My boss is
 * planning something for spring. Customers in France who …”. They hold nothing that the data knows and no word that
 * limits anybody; that they are set aside is said.
 */
export function withoutBackground(
  found: Interpretation,
  text: string,
  { vocabulary }: Situation,
  read: (text: string) => Interpretation,
): Interpretation {
  if (found.kind !== 'question') return found
  const clauses = clausesOf(text)
  if (clauses.length < 2) return found
  const named = (word: string) => kindsKnown(vocabulary, word).length > 0
  // “I’m looking at women in Berlin.” names them.
  const saysNothing = (clause: string) => {
    const studied = clause.replace(LOOKS_INTO, '')
    const alone = read(studied)
    return (
      alone.kind === 'question' &&
      alone.options.length === 0 &&
      isBackground(`I ${studied}`, named) &&
      !alone.receipt.some(({ as }) => as === 'condition')
    )
  }
  const aside = clauses.filter(({ start, end }) => {
    const clause = text.slice(start, end)
    return isBackground(clause, named) || (LOOKS_INTO.test(clause) && saysNothing(clause))
  })
  if (aside.length === 0 || aside.length === clauses.length) return found
  const rest = read(blank(text, aside))
  if (rest.kind !== 'criteria' && rest.kind !== 'command') return found
  const spans = aside.map(
    ({ start, end }): ReceiptSpan => ({
      text: text.slice(start, end),
      start,
      end,
      as: 'ignored',
      meaning: 'background',
    }),
  )
  const says = aside.map(
    ({ start, end }) => `“${text.slice(start, end)}” is read as background: it limits nobody.`,
  )
  const receipt = inOrder([...rest.receipt, ...spans])
  return rest.kind === 'criteria'
    ? { ...rest, assumptions: [...rest.assumptions, ...says], receipt }
    : { ...rest, note: [...(rest.note === undefined ? [] : [rest.note]), ...says].join(' '), receipt }
}

function isBackground(clause: string, named: (word: string) => boolean): boolean {
  const plain = clause.replaceAll(/['’]/gu, '')
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0 || words.length > MOST_WORDS || !SPEAKS_OF_ASKING.test(plain)) return false
  if (MAY_LIMIT.test(plain.replace(WANTS, ' ')) || /[\p{N}$€£%"“]/u.test(plain)) return false
  // “it” is no Italy.
  const told = plain.replace(SPEAKS_OF_ASKING, ' ').match(/\p{L}{3,}|\p{Lu}{2}/gu) ?? []
  return !told.some(named)
}

/** The sentences and clauses of a message, without the marks between them. */
function clausesOf(text: string): Stretch[] {
  const ends = [...text.matchAll(BREAK)].map(({ index, 0: mark }) => [index, index + mark.length] as const)
  const clauses: Stretch[] = []
  let from = 0
  for (const [end, next] of [...ends, [text.length, text.length] as const]) {
    const start = from + (/\S/u.exec(text.slice(from, end))?.index ?? end - from)
    if (end > start) clauses.push({ start, end })
    from = next
  }
  return clauses
}
